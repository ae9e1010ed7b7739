package energy.registry.vision.rotor;

import java.util.Map;

/** The rotor gate's limits by name. */
public final class RotorLimits {
    private RotorLimits() {}

    public static Map<String, Double> all() {
        return Map.of(
                "coherenceMin", RotorGate.COHERENCE_MIN,
                "runnerUpMax", RotorGate.RUNNER_UP_MAX,
                "lopsidedMax", RotorGate.LOPSIDED_MAX,
                "residualDegreesMax", RotorGate.RESIDUAL_DEGREES_MAX,
                "methodsDifferMax", RotorGate.METHODS_DIFFER_MAX,
                "passesMin", RotorGate.PASSES_MIN,
                "slipsMax", RotorGate.SLIPS_MAX,
                "passesPerFrameMax", RotorGate.PASSES_PER_FRAME_MAX,
                "radiusPixelsMin", RotorGate.RADIUS_PIXELS_MIN);
    }
}
