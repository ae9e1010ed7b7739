package energy.registry.ledger.consent;

import net.corda.core.serialization.CordaSerializable;

/** What needs the regulator's standing approval before its node signs. */
@CordaSerializable
public enum Act {
    /** Subject {@code <meterId>:<start>/<end>}, times in ISO 8601. */
    WITHDRAW,
    /** Subject: number of the statement. */
    REVERSE_RETIREMENT,
    /** Subject: name of the foreign registry. */
    ENTER_REGISTRY,
    /** Subject: id of the claim. */
    LATE_ISSUE,
    /** Subject: id of the device. */
    SHARED_LOCATION
}
