package energy.registry.ledger.state;

import net.corda.core.serialization.CordaSerializable;

/** Where a device is in its life. */
@CordaSerializable
public enum DeviceStatus {
    APPROVED,
    SUSPENDED,
    RETIRED
}
