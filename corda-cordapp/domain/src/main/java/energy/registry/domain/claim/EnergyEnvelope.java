package energy.registry.domain.claim;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.energy.WattHours;
import java.util.List;

/**
 * The energy that a rotor can have delivered in an interval, from the speeds that clips of this interval show.
 *
 * <p>The speed of the interval is the mean of the clips; its standard uncertainty combines the clips' own (root mean
 * square: their floor is common to all and does not average out) with that of having looked only at moments, which falls
 * with the square root of the number of clips. The power lies within the device's curve over the speed widened by twice
 * that uncertainty. Whoever proposes and whoever countersigns a claim use this same arithmetic.
 */
public final class EnergyEnvelope {
    /** Name and version of this arithmetic, for {@link GenerationClaim#model()}. */
    public static final String MODEL = "rotor-envelope-1";

    /** Four quarters of an hour of clips, one a minute. */
    public static final int CLIPS_MAX = 64;

    /**
     * Sampling, permille of the speed for one clip: a clip of 15 s in gusts of 5 % with a correlation time of 15 s
     * represents its quarter of an hour to 0.86 of those 5 %.
     */
    private static final double SAMPLING_PERMILLE = 43;

    /** Widening of the speed, in standard uncertainties: about 95 % coverage. */
    private static final int COVERAGE = 2;

    private static final int MICRO_PER_MILLI = 1_000;
    private static final int SECONDS_PER_HOUR = 3_600;

    private final long minWh;
    private final long maxWh;

    private EnergyEnvelope(long minWh, long maxWh) {
        this.minWh = minWh;
        this.maxWh = maxWh;
    }

    /**
     * @param speeds one for each trusted clip of the interval, at least one
     * @param seconds length of the interval
     */
    public static EnergyEnvelope of(List<RotorSpeed> speeds, Rotor rotor, int seconds) {
        if (speeds.isEmpty() || speeds.size() > CLIPS_MAX) {
            throw new IllegalArgumentException("an envelope needs 1.." + CLIPS_MAX + " speeds, not " + speeds.size());
        }
        if (seconds <= 0) {
            throw new IllegalArgumentException("seconds: " + seconds + " is no length of an interval");
        }
        double mean = mean(speeds);
        double half = COVERAGE * standardUncertainty(speeds, mean);
        long slowest = (long) Math.floor(Math.max(0, mean - half) / MICRO_PER_MILLI);
        long fastest = (long) Math.ceil((mean + half) / MICRO_PER_MILLI);
        long minW = leastPower(rotor, slowest, fastest);
        long maxW = greatestPower(rotor, slowest, fastest);
        return new EnergyEnvelope(
                Math.floorDiv(minW * seconds, (long) SECONDS_PER_HOUR),
                -Math.floorDiv(-maxW * seconds, (long) SECONDS_PER_HOUR));
    }

    /** Lower end, Wh; less than this is no over-claim, but worth a flag. */
    public long minWh() {
        return minWh;
    }

    /** Upper end, Wh. */
    public long maxWh() {
        return maxWh;
    }

    public boolean contains(WattHours energy) {
        return energy.toLong() >= minWh && energy.toLong() <= maxWh;
    }

    private static double mean(List<RotorSpeed> speeds) {
        double sum = 0;
        for (RotorSpeed speed : speeds) {
            sum += speed.microRpm();
        }
        return sum / speeds.size();
    }

    private static double standardUncertainty(List<RotorSpeed> speeds, double mean) {
        int clips = speeds.size();
        double measured = 0;
        double scatter = 0;
        for (RotorSpeed speed : speeds) {
            double own = speed.standardUncertaintyMicroRpm();
            double off = speed.microRpm() - mean;
            measured += own * own / clips;
            scatter += clips > 1 ? off * off / (clips - 1) : 0;
        }
        double floor = mean * SAMPLING_PERMILLE / 1_000;
        return Math.sqrt(measured + Math.max(scatter, floor * floor) / clips);
    }

    /** The curve's lower edge may dip between the ends, so its own points count too; below feeding speed it is zero. */
    private static long leastPower(Rotor rotor, long slowest, long fastest) {
        if (slowest < rotor.minMilliRpm()) {
            return 0;
        }
        long least = Math.min(rotor.at(slowest).minW(), rotor.at(fastest).minW());
        for (CurvePoint point : rotor.curve()) {
            if (point.milliRpm() > slowest && point.milliRpm() < fastest) {
                least = Math.min(least, point.minW());
            }
        }
        return Math.max(0, least);
    }

    private static long greatestPower(Rotor rotor, long slowest, long fastest) {
        long greatest = Math.max(powerUpTo(rotor, slowest), powerUpTo(rotor, fastest));
        for (CurvePoint point : rotor.curve()) {
            if (point.milliRpm() > slowest && point.milliRpm() < fastest) {
                greatest = Math.max(greatest, point.maxW());
            }
        }
        return greatest;
    }

    /** Below the speed at which it feeds, a rotor's power falls to nothing at standstill at least linearly. */
    private static long powerUpTo(Rotor rotor, long milliRpm) {
        long feeding = rotor.minMilliRpm();
        if (milliRpm >= feeding) {
            return Math.max(0, rotor.at(milliRpm).maxW());
        }
        long most = Math.max(0, rotor.at(feeding).maxW());
        return -Math.floorDiv(-most * milliRpm, feeding);
    }
}
