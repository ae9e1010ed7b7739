package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A device on the ledger, named by the digest of its canonical record. */
@CordaSerializable
public final class RegisteredDevice {
    private final String deviceId;
    private final String deviceDigest;
    private final String txId;

    public RegisteredDevice(String deviceId, String deviceDigest, String txId) {
        this.deviceId = deviceId;
        this.deviceDigest = deviceDigest;
        this.txId = txId;
    }

    public String getDeviceId() {
        return deviceId;
    }

    public String getDeviceDigest() {
        return deviceDigest;
    }

    public String getTxId() {
        return txId;
    }
}
