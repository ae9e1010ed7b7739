package energy.registry.ledger.flow;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Pieces;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.SerialRange;
import energy.registry.ledger.state.CertificateState;
import energy.registry.ledger.state.CertificateStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.corda.core.contracts.Command;
import net.corda.core.transactions.SignedTransaction;

/** How requests name certificates and parts of them. */
final class CertificateItems {
    private CertificateItems() {}

    /** The items, when there are some, not too many, and each certificate once. */
    static List<CertificateQuantity> distinct(List<CertificateQuantity> items) throws LedgerRefusal {
        Set<String> ids = new HashSet<>();
        for (CertificateQuantity item : items) {
            ids.add(item.getCertificateId());
        }
        if (items.isEmpty() || items.size() > Retirement.LINES_MAX || ids.size() < items.size()) {
            throw LedgerRefusal.of(Rule.STATES_ARE_EXPECTED.isBrokenBy(
                    items.size() + " items of " + ids.size() + " certificates, at most " + Retirement.LINES_MAX));
        }
        return items;
    }

    /** The serials asked for; quantity 0 stands for all from the first serial asked for. */
    static SerialRange piece(CertificateQuantity item, CertificateBundle bundle) throws LedgerRefusal {
        long from =
                item.getSerialFrom() == CertificateQuantity.FROM_FIRST ? bundle.serialFromWh() : item.getSerialFrom();
        long to = item.getQuantityWh() == 0 ? bundle.serialToWh() : from + item.getQuantityWh();
        SerialRange piece = new SerialRange(from, to);
        LedgerRefusal.unless(Pieces.canTake(bundle, piece));
        return piece;
    }

    static void requireActive(CertificateState state) throws LedgerRefusal {
        if (state.status() != CertificateStatus.ACTIVE) {
            throw LedgerRefusal.of(Rule.CERTIFICATE_IS_ACTIVE.isBrokenBy(
                    state.certificate().certificateId() + " is " + state.status()));
        }
    }

    /** The command of a recorded transaction that was found for a request of this kind. */
    static <T extends RegistryCommand> T command(SignedTransaction recorded, Class<T> kind) {
        for (Command<?> command : recorded.getTx().getCommands()) {
            if (kind.isInstance(command.getValue())) {
                return kind.cast(command.getValue());
            }
        }
        throw new IllegalStateException(recorded.getId() + " has no " + kind.getSimpleName());
    }
}
