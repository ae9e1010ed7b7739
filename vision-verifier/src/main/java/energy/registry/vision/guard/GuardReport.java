package energy.registry.vision.guard;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What speaks against the footage, with the figures behind it by name. */
public record GuardReport(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
    public GuardReport {
        EnumSet<IntegrityFlag> copy = EnumSet.noneOf(IntegrityFlag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
        statistics = Collections.unmodifiableMap(new TreeMap<>(statistics));
    }

    /** Whether something in the picture moves that noise cannot explain. */
    public boolean isAlive() {
        return isAlive(MotionChecks.ALIVE_LEVELS, MotionChecks.ALIVE_OVER_QUIET);
    }

    /**
     * @param levels by which the liveliest parts change in a second, at least
     * @param overQuiet the same, as a multiple of what the quietest parts change
     */
    public boolean isAlive(double levels, double overQuiet) {
        double lively = statistics.getOrDefault(MotionChecks.LIVELY, 0.0);
        double quiet = statistics.getOrDefault(MotionChecks.QUIET, 0.0);
        return lively >= levels && lively >= overQuiet * quiet;
    }

    /**
     * Whether a loop would have shown: beside the rotor something moves that would be seen to return, or the sensor's noise
     * has come through the encoder and would be. A rotor before a scene without either looks the same live and in a loop of
     * whole passes.
     */
    public boolean wouldShowALoop() {
        double activity = statistics.getOrDefault(LoopCheck.ACTIVITY, 0.0);
        double floor = statistics.getOrDefault(LoopCheck.FLOOR, 0.0);
        boolean much = activity >= LoopCheck.ACTIVITY_TO_TELL;
        boolean goesOn = activity >= LoopCheck.ACTIVITY_OF_ENCODERS
                && statistics.getOrDefault(LoopCheck.PART, 0.0) >= LoopCheck.NOTHING_RETURNS_PART;
        boolean moves = (much || goesOn) && activity >= LoopCheck.ACTIVITY_OVER_FLOOR * floor;
        return moves || statistics.getOrDefault(NoiseReturn.LEVELS, 0.0) >= NoiseReturn.LEVELS_TO_TELL;
    }
}
