package energy.registry.ledger.flow;

import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.transactions.TransactionBuilder;

/** Gives the right to a device's certificates to another account, from an interval boundary on. */
@StartableByRPC
public final class HandOverDevice extends DeviceFlow {
    private final String actor;
    private final String reason;
    private final String deviceId;
    private final String newOwner;
    private final Instant at;

    public HandOverDevice(String requestId, String actor, String reason, String deviceId, String newOwner, Instant at) {
        super(energy.registry.ledger.contract.HandOverDevice.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.deviceId = deviceId;
        this.newOwner = newOwner;
        this.at = at;
    }

    @Override
    StateAndRef<DeviceState> device() throws FlowException {
        return deviceById(deviceId);
    }

    @Override
    DevicePlan.Outcome outcome(DevicePlan plan) throws FlowException {
        return plan.handedOver(view().account(newOwner).getState().getData(), at.getEpochSecond());
    }

    @Override
    void refer(TransactionBuilder builder) throws FlowException {
        builder.addReferenceState(view().account(newOwner).referenced());
    }

    @Override
    DeviceCommand command(List<AbsenceEvidence> absences) {
        return new energy.registry.ledger.contract.HandOverDevice(requestId(), actor, reason, at.getEpochSecond());
    }
}
