package energy.registry.ledger.flow;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.state.DeviceState;
import java.time.Instant;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;

/** Changes a device's record from a time of measurement on; certificates keep the record they were issued under. */
@StartableByRPC
public final class AmendDevice extends DeviceFlow {
    private final String actor;
    private final String reason;
    private final byte[] device;
    private final Instant effectiveFrom;

    /** @param device the whole record as amended, in its canonical bytes */
    public AmendDevice(String requestId, String actor, String reason, byte[] device, Instant effectiveFrom) {
        super(energy.registry.ledger.contract.AmendDevice.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.device = device.clone();
        this.effectiveFrom = effectiveFrom;
    }

    @Override
    StateAndRef<DeviceState> device() throws FlowException {
        return deviceById(record().deviceId());
    }

    @Override
    DevicePlan.Outcome outcome(DevicePlan plan) throws FlowException {
        return plan.amended(record(), effectiveFrom.getEpochSecond());
    }

    private ProductionDevice record() throws LedgerRefusal {
        try {
            return ProductionDevice.decode(device);
        } catch (IllegalArgumentException e) {
            throw LedgerRefusal.of(Rule.DEVICE_IS_CANONICAL.isBrokenBy(e.getMessage()));
        }
    }

    @Override
    DeviceCommand command(List<AbsenceEvidence> absences) {
        return new energy.registry.ledger.contract.AmendDevice(
                requestId(), actor, reason, effectiveFrom.getEpochSecond(), absences);
    }
}
