package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.ledger.contract.EndExport;
import energy.registry.ledger.contract.Import;
import energy.registry.ledger.state.AccountState;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the other registry really said. */
final class AbroadTruth {
    private final Set<String> honest = new HashSet<>();

    void vouchFor(ExchangeReceipt receipt) {
        honest.add(receipt.digest().toString());
    }

    /** Watt-hours that the other registry gave with this move, and to whom. */
    Map<String, PublicKey> given(Move move) {
        Map<String, PublicKey> given = new HashMap<>();
        if (move.command() instanceof Import) {
            honest(((Import) move.command()).getReceipt())
                    .filter(receipt -> receipt.kind() == ReceiptKind.GIVEN)
                    .ifPresent(receipt -> receiver(move, receipt.account())
                            .ifPresent(owner -> names(receipt).forEach(name -> given.put(name, owner))));
        }
        return given;
    }

    private static Optional<PublicKey> receiver(Move move, String account) {
        return move.references.stream()
                .map(entry -> entry.state)
                .filter(AccountState.class::isInstance)
                .map(AccountState.class::cast)
                .filter(state -> state.getAccountId().equals(account))
                .map(AccountState::getKey)
                .findFirst();
    }

    Set<String> answered(Move move, ReceiptKind kind) {
        return move.command() instanceof EndExport
                ? honest(((EndExport) move.command()).getReceipt())
                        .filter(receipt -> receipt.kind() == kind)
                        .map(AbroadTruth::names)
                        .orElseGet(HashSet::new)
                : new HashSet<>();
    }

    private static Set<String> names(ExchangeReceipt receipt) {
        Set<String> names = new HashSet<>();
        for (CertificateBundle line : receipt.lines()) {
            names.addAll(Truth.expand(line, null, Wh.Fate.ACTIVE, null).keySet());
        }
        return names;
    }

    private Optional<ExchangeReceipt> honest(byte[] signed) {
        try {
            ExchangeReceipt receipt =
                    ExchangeReceipt.decode(SignedRecord.decode(signed).record());
            return honest.contains(receipt.digest().toString()) ? Optional.of(receipt) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
