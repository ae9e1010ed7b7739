package energy.registry.ledger.flow;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.RegistryCommand;
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

    /** The quantity asked for; 0 stands for all. */
    static long quantity(CertificateQuantity item, CertificateBundle bundle) throws LedgerRefusal {
        long all = bundle.quantity().toLong();
        long quantity = item.getQuantityWh() == 0 ? all : item.getQuantityWh();
        if (quantity < 0 || quantity > all) {
            throw LedgerRefusal.of(
                    Rule.QUANTITY_IS_POSITIVE.isBrokenBy(quantity + " of " + all + " Wh of " + bundle.certificateId()));
        }
        return quantity;
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
