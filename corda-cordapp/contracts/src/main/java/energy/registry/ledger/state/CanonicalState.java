package energy.registry.ledger.state;

import net.corda.core.contracts.ContractState;

/** A state that carries a kernel record; its bytes lie in one piece in the serialised transaction. */
public interface CanonicalState extends ContractState {
    /** The record's canonical bytes. */
    byte[] canonicalBytes();
}
