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
}
