package energy.registry.vision.rotor;

import java.util.Map;

/** The rotor gate's limits by name. */
public final class RotorLimits {
    private RotorLimits() {}

    public static Map<String, Double> all() {
        return Map.ofEntries(
                Map.entry("coherenceMin", RotorGate.COHERENCE_MIN),
                Map.entry("runnerUpMax", RotorGate.RUNNER_UP_MAX),
                Map.entry("lopsidedMax", RotorGate.LOPSIDED_MAX),
                Map.entry("lopsidedToAsk", RotorGate.LOPSIDED_TO_ASK),
                Map.entry("runnerUpLopsidedMax", RotorGate.RUNNER_UP_LOPSIDED_MAX),
                Map.entry("residualDegreesMax", RotorGate.RESIDUAL_DEGREES_MAX),
                Map.entry("methodsDifferMax", RotorGate.METHODS_DIFFER_MAX),
                Map.entry("passesMin", RotorGate.PASSES_MIN),
                Map.entry("slipsMax", RotorGate.SLIPS_MAX),
                Map.entry("leapMax", RotorGate.LEAP_MAX),
                Map.entry("passesPerFrameMax", RotorGate.PASSES_PER_FRAME_MAX),
                Map.entry("radiusPixelsMin", RotorGate.RADIUS_PIXELS_MIN),
                Map.entry("viewDegrees", RotorSpeedMeter.VIEW_DEGREES),
                Map.entry("residualPart", RotorSpeedMeter.RESIDUAL_PART),
                Map.entry("gustPart", RotorSpeedMeter.GUST_PART),
                Map.entry("fewPlacesPart", RotorSpeedMeter.FEW_PLACES_PART),
                Map.entry("coherenceToDoubt", RotorTrack.COHERENCE_TO_DOUBT),
                Map.entry("radiusOfManyBlocks", RotorSpeedMeter.RADIUS_OF_MANY_BLOCKS),
                Map.entry("timebaseRelative", RotorSpeedMeter.TIMEBASE_RELATIVE),
                Map.entry("standingSecondsMin", StandingRotorMeter.SECONDS_MIN),
                Map.entry("standingDriftDegreesMax", StandingRotorMeter.DRIFT_DEGREES_MAX),
                Map.entry("standingLevelsMin", SpokeSearch.LEVELS_MIN),
                Map.entry("standingRadiusMin", StandingRotorMeter.RADIUS_MIN),
                Map.entry("featheredPartMax", StandingRotor.FEATHERED_PART_MAX));
    }
}
