package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A device after a change, named by the digest of its canonical record. */
@CordaSerializable
public final class ChangedDevice {
    private final String deviceId;
    private final String deviceDigest;
    private final String status;
    private final int epoch;
    private final String txId;

    public ChangedDevice(String deviceId, String deviceDigest, String status, int epoch, String txId) {
        this.deviceId = deviceId;
        this.deviceDigest = deviceDigest;
        this.status = status;
        this.epoch = epoch;
        this.txId = txId;
    }

    public String getDeviceId() {
        return deviceId;
    }

    public String getDeviceDigest() {
        return deviceDigest;
    }

    public String getStatus() {
        return status;
    }

    /** Of the meter's register. */
    public int getEpoch() {
        return epoch;
    }

    public String getTxId() {
        return txId;
    }
}
