package energy.registry.ledger.contract;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.ForeignRegistryState;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Certificates come in by the origin registry's signed word that it gave them to us, each watt-hour once (D6). */
final class ImportRules {
    private final Import command;
    private final Facts facts;

    ImportRules(Import command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        int made = facts.outputs(CertificateState.class).size();
        boolean expected = facts.inputs(ForeignRegistryState.class).size() == 1
                && facts.outputs(ForeignRegistryState.class).size() == 1
                && facts.references(AccountState.class).size() == 1
                && facts.hasOnly(1, 1 + made, 2);
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> facts.signedBy(before().getIssuer().getOwningKey(), "the issuing body"),
                () -> Rule.NOTARY_IS_PINNED.holds(before().getNotary().equals(facts.notary()), "notary"),
                () -> new Freezes(facts).consulted(before().getIssuer()),
                () -> Receipts.isSigned(command.getReceipt(), before().record()),
                () -> received(Receipts.read(command.getReceipt())));
    }

    private ForeignRegistryState before() {
        return facts.inputs(ForeignRegistryState.class).get(0);
    }

    private AccountState receiver() {
        return facts.references(AccountState.class).get(0);
    }

    private Verdict received(ExchangeReceipt receipt) {
        ForeignRegistry registry = before().record();
        boolean toUs = receipt.kind() == ReceiptKind.GIVEN
                && receipt.counterparty().equals(before().getIssuer().getName().toString());
        return Verdict.firstOf(
                () -> Rule.RECEIPT_FITS_IMPORT.holds(toUs, receipt.kind() + " to " + receipt.counterparty()),
                () -> Rule.RECEIPT_FITS_IMPORT.holds(
                        receipt.lines().stream().allMatch(line -> isOf(line, registry)), "not of its own devices"),
                () -> Rule.ACCOUNT_EXISTS.holds(
                        receiver().getAccountId().equals(receipt.account()), "account " + receipt.account()),
                () -> new Freezes(facts)
                        .free(
                                receipt.lines().stream()
                                        .map(CertificateBundle::deviceId)
                                        .collect(Collectors.toSet()),
                                Collections.singleton(receiver().getKey())),
                () -> ranges(receipt, registry),
                () -> certificates(receipt));
    }

    /** Its name stands before the device's, so that nothing imported is taken for energy issued here. */
    private static boolean isOf(CertificateBundle line, ForeignRegistry registry) {
        return line.issuance().issuingBody().equals(registry.name())
                && line.deviceId().startsWith(registry.devicePrefix());
    }

    private Verdict ranges(ExchangeReceipt receipt, ForeignRegistry registry) {
        ForeignRegistry next = registry;
        for (CertificateBundle line : receipt.lines()) {
            if (next.isFull()) {
                return Rule.IMPORT_IS_NEW.isBrokenBy("the list of " + ForeignRegistry.RANGES_MAX + " ranges is full");
            }
            Optional<ForeignRegistry> added = next.importing(line.deviceId(), line.serialFromWh(), line.serialToWh());
            if (!added.isPresent()) {
                return Rule.IMPORT_IS_NEW.isBrokenBy(line.certificateId());
            }
            next = added.get();
        }
        ForeignRegistryState after = facts.outputs(ForeignRegistryState.class).get(0);
        return Rule.REGISTRY_FOLLOWS_IMPORT.holds(
                Arrays.equals(after.getRegistry(), next.encode()) && after.isPinnedLike(before()), registry.name());
    }

    private Verdict certificates(ExchangeReceipt receipt) {
        List<CertificateState> made = facts.outputs(CertificateState.class);
        if (made.size() != receipt.lines().size()) {
            return Rule.CERTIFICATES_FOLLOW_RECEIPT.isBrokenBy(made.size() + " certificates");
        }
        for (int i = 0; i < made.size(); i++) {
            CertificateState expected =
                    CertificateState.active(receipt.lines().get(i), receiver().getKey(), before().getIssuer());
            boolean follows = Arrays.equals(made.get(i).getBundle(), expected.getBundle())
                    && made.get(i).isHeldLike(expected);
            if (!follows) {
                return Rule.CERTIFICATES_FOLLOW_RECEIPT.isBrokenBy(
                        receipt.lines().get(i).certificateId());
            }
        }
        return Verdict.VALID;
    }
}
