package energy.registry.ledger.flow;

import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.DeviceAction;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;

/** Suspends, resumes, retires or attests a device; on the issuing body's node or the regulator's. */
@StartableByRPC
public final class ChangeDeviceStatus extends DeviceFlow {
    /** Whole hours and days: the plan and the command ask one after the other and mean the same second. */
    private static final long SECONDS_PER_HOUR = 3_600;

    private static final long SECONDS_PER_DAY = 86_400;

    private final String actor;
    private final String reason;
    private final String deviceId;
    private final String action;
    private final Instant until;

    /**
     * @param action a {@link DeviceAction}
     * @param until of RETIRE the end of claimable time, of ATTEST the next due time; {@link FlowArguments#NO_TIME} for now and for a year from now
     */
    public ChangeDeviceStatus(
            String requestId, String actor, String reason, String deviceId, String action, Instant until) {
        super(energy.registry.ledger.contract.ChangeDeviceStatus.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.deviceId = deviceId;
        this.action = action;
        this.until = until;
    }

    @Override
    StateAndRef<DeviceState> device() throws FlowException {
        return deviceById(deviceId);
    }

    @Override
    DevicePlan.Outcome outcome(DevicePlan plan) {
        return plan.status(DeviceAction.valueOf(action), second());
    }

    @Override
    DeviceCommand command(List<AbsenceEvidence> absences) {
        return new energy.registry.ledger.contract.ChangeDeviceStatus(
                requestId(), actor, reason, DeviceAction.valueOf(action), second());
    }

    private long second() {
        if (!until.equals(FlowArguments.NO_TIME)) {
            return until.getEpochSecond();
        }
        return action.equals(DeviceAction.ATTEST.name())
                ? Math.floorDiv(now().getEpochSecond(), SECONDS_PER_DAY) * SECONDS_PER_DAY
                        + RegisterDevice.ATTESTATION.getSeconds()
                : Math.floorDiv(now().getEpochSecond(), SECONDS_PER_HOUR) * SECONDS_PER_HOUR;
    }
}
