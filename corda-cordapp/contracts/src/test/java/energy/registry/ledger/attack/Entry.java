package energy.registry.ledger.attack;

import net.corda.core.contracts.ContractState;
import net.corda.core.contracts.StateRef;

/** A state with its place on the ledger. */
final class Entry {
    final StateRef ref;
    final ContractState state;

    Entry(StateRef ref, ContractState state) {
        this.ref = ref;
        this.state = state;
    }
}
