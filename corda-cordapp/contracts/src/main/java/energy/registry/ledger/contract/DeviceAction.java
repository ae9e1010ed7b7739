package energy.registry.ledger.contract;

import net.corda.core.serialization.CordaSerializable;

/** What an authority does to a device's status. */
@CordaSerializable
public enum DeviceAction {
    /** Nothing is issued until the device is resumed; certificates there are stay as they are. */
    SUSPEND,
    RESUME,
    /** Time from a given second on is never issued; claims of time before still come in within the late window. */
    RETIRE,
    /** The owner has attested his data again; the next time is due at a given second. */
    ATTEST,
    /** The attestation did not come: suspended. */
    LAPSE
}
