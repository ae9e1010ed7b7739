package energy.registry.ledger.contract;

/** Gives the right to a device's certificates to another account, from an interval boundary on. */
public final class HandOverDevice implements DeviceCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final long atEpochSecond;

    public HandOverDevice(String requestId, String actor, String reason, long atEpochSecond) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.atEpochSecond = atEpochSecond;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    @Override
    public String getActor() {
        return actor;
    }

    @Override
    public String getReason() {
        return reason;
    }

    public long getAtEpochSecond() {
        return atEpochSecond;
    }
}
