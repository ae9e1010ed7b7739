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
     * Whether a loop would have shown: beside the rotor something moves that would be seen to return. A rotor before a
     * scene without it looks the same live and in a loop of whole passes; the sensor's noise does not tell, for whoever
     * makes a loop can put noise of his own over it.
     */
    public boolean wouldShowALoop() {
        double activity = statistics.getOrDefault(LoopCheck.ACTIVITY, 0.0);
        double floor = statistics.getOrDefault(LoopCheck.FLOOR, 0.0);
        boolean much = activity >= LoopCheck.ACTIVITY_TO_TELL;
        boolean goesOn = activity >= LoopCheck.ACTIVITY_OF_ENCODERS
                && statistics.getOrDefault(LoopCheck.PART, 0.0) >= LoopCheck.NOTHING_RETURNS_PART;
        return (much || goesOn) && activity >= LoopCheck.ACTIVITY_OVER_FLOOR * floor;
    }
}
