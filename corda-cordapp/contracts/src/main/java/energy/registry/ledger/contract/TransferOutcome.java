package energy.registry.ledger.contract;

import net.corda.core.serialization.CordaSerializable;

/** How a proposed transfer ends that is not accepted. */
@CordaSerializable
public enum TransferOutcome {
    /** By the receiver. */
    REJECTED,
    /** By the sender. */
    RECALLED,
    /** By time; anyone may say so. */
    LAPSED
}
