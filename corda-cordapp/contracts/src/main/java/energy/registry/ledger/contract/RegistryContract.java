package energy.registry.ledger.contract;

import net.corda.core.contracts.Contract;
import net.corda.core.transactions.LedgerTransaction;

/** Skeleton. */
public final class RegistryContract implements Contract {
    @Override
    public void verify(LedgerTransaction tx) {
        throw new IllegalArgumentException("in progress");
    }
}
