package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** Asks for live certificates: those of a device with energy in a time, UTC, or those that a lock holds. */
@CordaSerializable
public final class IssuedFromQuery {
    private final String deviceId;
    private final long startEpochSecond;
    private final long endEpochSecond;
    private final String lockId;

    /** @param lockId number of a transfer or an export, or empty for a device and a time */
    public IssuedFromQuery(String deviceId, long startEpochSecond, long endEpochSecond, String lockId) {
        this.deviceId = deviceId;
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
        this.lockId = lockId;
    }

    static IssuedFromQuery lockedUnder(String lockId) {
        return new IssuedFromQuery("", 0, 0, lockId);
    }

    public String getDeviceId() {
        return deviceId;
    }

    public long getStartEpochSecond() {
        return startEpochSecond;
    }

    public long getEndEpochSecond() {
        return endEpochSecond;
    }

    public String getLockId() {
        return lockId;
    }
}
