package energy.registry.ledger.contract;

/** Suspends, resumes, retires or attests a device. */
public final class ChangeDeviceStatus implements DeviceCommand {
    private final String requestId;
    private final String actor;
    private final String reason;
    private final DeviceAction action;
    private final long untilEpochSecond;

    /** @param untilEpochSecond of RETIRE the end of claimable time, of ATTEST the next due time; of others without meaning */
    public ChangeDeviceStatus(
            String requestId, String actor, String reason, DeviceAction action, long untilEpochSecond) {
        this.requestId = requestId;
        this.actor = actor;
        this.reason = reason;
        this.action = action;
        this.untilEpochSecond = untilEpochSecond;
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

    public DeviceAction getAction() {
        return action;
    }

    public long getUntilEpochSecond() {
        return untilEpochSecond;
    }
}
