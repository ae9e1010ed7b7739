package energy.registry.vision.application;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.rotor.RotorTrack;
import java.util.LinkedHashMap;
import java.util.Map;

/** The few lines that scripts read: what the command prints. */
public final class MeasurementSummary {
    private MeasurementSummary() {}

    public static Map<String, Object> of(Measurement measurement) {
        Map<String, Object> out = new LinkedHashMap<>();
        boolean concluded = measurement.state() != RotorState.INCONCLUSIVE;
        boolean running = measurement.state() == RotorState.RUNNING;
        RotorTrack track = measurement.track().orElse(null);
        out.put("state", measurement.state().name());
        out.put("rpm", concluded ? measurement.microRpm() / 1e6 : null);
        out.put("rpm_std_uncertainty", concluded ? measurement.standardUncertaintyMicroRpm() / 1e6 : null);
        out.put("blades", concluded ? measurement.blades() : null);
        out.put("direction", running ? direction(track) : null);
        out.put("passes", running ? Math.round(track.passes() * 100) / 100.0 : null);
        out.put("integrity", measurement.integrityCodes());
        out.put("reasons", measurement.reasonCodes());
        out.put("frames", measurement.clip().facts().decodedFrames());
        out.put("seconds", Math.round(measurement.clip().facts().seconds() * 1e3) / 1e3);
        out.put("sha256", measurement.sha256().toString());
        return out;
    }

    static String direction(RotorTrack track) {
        return track.sense() > 0 ? "CLOCKWISE" : "COUNTER_CLOCKWISE";
    }
}
