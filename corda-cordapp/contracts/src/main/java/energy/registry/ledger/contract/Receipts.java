package energy.registry.ledger.contract;

import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.Arrays;

/** Signed receipts of other registries. */
public final class Receipts {
    private Receipts() {}

    /** Only of a receipt that was found signed. */
    public static ExchangeReceipt read(byte[] signed) {
        return ExchangeReceipt.decode(SignedRecord.decode(signed).record());
    }

    /** Whether the bytes are a canonical receipt of the registry under its registered key. */
    public static Verdict isSigned(byte[] signed, ForeignRegistry registry) {
        try {
            SignedRecord record = SignedRecord.decode(signed);
            ExchangeReceipt receipt = ExchangeReceipt.decode(record.record());
            return Verdict.firstOf(
                    () -> Rule.RECEIPT_IS_SIGNED.holds(
                            Arrays.equals(receipt.encode(), record.record()), "other bytes than its own"),
                    () -> Rule.RECEIPT_IS_SIGNED.holds(
                            receipt.registry().equals(registry.name()), "of registry " + receipt.registry()),
                    () -> Rule.RECEIPT_IS_SIGNED.holds(
                            record.isSignedBy(registry.key(), new LedgerSignatures()),
                            "key " + record.signature().keyId()));
        } catch (IllegalArgumentException e) {
            return Rule.RECEIPT_IS_SIGNED.isBrokenBy(e.getMessage());
        }
    }
}
