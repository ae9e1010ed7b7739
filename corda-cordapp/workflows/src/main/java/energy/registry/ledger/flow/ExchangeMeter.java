package energy.registry.ledger.flow;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.AbsenceEvidence;
import energy.registry.ledger.contract.DeviceCommand;
import energy.registry.ledger.contract.DevicePlan;
import energy.registry.ledger.state.DeviceState;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;

/** Puts another meter in a device's place of measurement: closes one epoch of the register and opens the next. */
@StartableByRPC
public final class ExchangeMeter extends DeviceFlow {
    private final String actor;
    private final String reason;
    private final String meterId;
    private final MeterExchange exchange;

    public ExchangeMeter(String requestId, String actor, String reason, String meterId, MeterExchange exchange) {
        super(energy.registry.ledger.contract.ExchangeMeter.class, requestId);
        this.actor = actor;
        this.reason = reason;
        this.meterId = meterId;
        this.exchange = exchange;
    }

    @Override
    StateAndRef<DeviceState> device() throws FlowException {
        return view().deviceOfMeter(meterId)
                .orElseThrow(() -> LedgerRefusal.of(Rule.METER_IS_REGISTERED.isBrokenBy("meter '" + meterId + "'")));
    }

    @Override
    DevicePlan.Outcome outcome(DevicePlan plan) {
        return plan.exchanged(exchanging(Collections.emptyList()));
    }

    @Override
    DeviceCommand command(List<AbsenceEvidence> absences) {
        return exchanging(absences);
    }

    private energy.registry.ledger.contract.ExchangeMeter exchanging(List<AbsenceEvidence> absences) {
        return new energy.registry.ledger.contract.ExchangeMeter(
                requestId(),
                actor,
                reason,
                exchange.getAt().getEpochSecond(),
                exchange.getClosingRegisterWh(),
                exchange.getClosingStatement(),
                exchange.getOpeningRegisterWh(),
                exchange.getMeterSerial(),
                exchange.getMeterMaker(),
                exchange.getMeterKey(),
                absences);
    }
}
