package energy.registry.ops.twin;

/** Gaussian white noise that is a function of seed and step, so that any moment can be computed without its past. */
final class HashedNoise {
    /** Odd constants of SplitMix64 (Steele, Lea, Flood 2014). */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final long MIX_FIRST = 0xBF58476D1CE4E5B9L;
    private static final long MIX_SECOND = 0x94D049BB133111EBL;
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    HashedNoise(long seed) {
        this.seed = mix(seed + GAMMA);
    }

    /** Standard normal deviate of a step (Box and Muller). */
    double at(long step) {
        long first = mix(seed ^ mix(step * 2 + GAMMA));
        long second = mix(first + GAMMA);
        double radius = Math.sqrt(-2 * Math.log(1 - (first >>> 11) * UNIT));
        return radius * Math.cos(2 * Math.PI * (second >>> 11) * UNIT);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * MIX_FIRST;
        z = (z ^ (z >>> 27)) * MIX_SECOND;
        return z ^ (z >>> 31);
    }
}
