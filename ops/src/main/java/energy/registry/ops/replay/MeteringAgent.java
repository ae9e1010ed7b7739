package energy.registry.ops.replay;

import energy.registry.domain.evidence.Reading;
import energy.registry.ops.device.ExactRegister;
import energy.registry.ops.device.SignedStatement;
import energy.registry.ops.device.SigningMeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a recording what it lacks: a cumulative register, which is the exact integral of the recorded power over the
 * stated intervals, and a signature, by the agent's own key. Over an interval with a missing row the register stands
 * still: nothing is known, so nothing is counted, and the next statement goes on from the same value.
 */
final class MeteringAgent {
    private final SigningMeter meter;
    private final int rowSeconds;

    MeteringAgent(SigningMeter meter, int rowSeconds) {
        this.meter = meter;
        this.rowSeconds = rowSeconds;
    }

    SignedStatement state(RecordedInterval interval) throws IOException {
        ExactRegister register = meter.register();
        List<Reading> readings = new ArrayList<>();
        for (TelemetryRow row : interval.rows()) {
            register = register.plus(row.energyUnits(rowSeconds));
            readings.add(new Reading(
                    row.startEpochSecond() + rowSeconds, register.wattHours(), row.powerW(), row.witnesses()));
        }
        return meter.sign(interval.period(), register, readings);
    }
}
