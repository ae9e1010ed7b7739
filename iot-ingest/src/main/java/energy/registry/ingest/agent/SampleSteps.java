package energy.registry.ingest.agent;

import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.ingest.statement.Opening;
import energy.registry.ingest.statement.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Cuts register samples into intervals. The register at a boundary is the sample taken there, or lies on the straight
 * line between its two neighbours when these are no further apart than an interval; then it is calculated, and rounded
 * down. Between samples further apart nothing is cut: the register bridges the hole, its energy is of no interval.
 */
public final class SampleSteps {
    private static final int SECONDS_PER_HOUR = 3_600;

    private final List<Sample> samples;
    private final int seconds;

    private SampleSteps(List<Sample> samples, int seconds) {
        this.samples = samples;
        this.seconds = seconds;
    }

    /**
     * @param samples in order of time, register never falling
     * @param at where the meter's chain stands
     * @return steps from there on, in order
     */
    public static List<Step> over(List<Sample> samples, int seconds, Position at) {
        return samples.size() < 2 ? List.of() : new SampleSteps(samples, seconds).cut(at);
    }

    private List<Step> cut(Position at) {
        List<Step> steps = new ArrayList<>();
        long stated = at.lastEnd() == null ? Long.MIN_VALUE : at.lastEnd().getEpochSecond();
        long first = boundaryFrom(samples.get(0).epochSecond());
        long last = samples.get(samples.size() - 1).epochSecond();
        Boundary start = null;
        int index = 0;
        for (long time = Math.max(first, stated); time <= last; ) {
            while (index + 1 < samples.size() && samples.get(index + 1).epochSecond() <= time) {
                index++;
            }
            Boundary end = boundary(time, index, at, stated);
            if (start != null && end != null && end.registerWh() >= start.registerWh()) {
                steps.add(step(start, end));
            }
            start = end;
            time = end != null || index + 1 >= samples.size()
                    ? time + seconds
                    : boundaryFrom(samples.get(index + 1).epochSecond());
        }
        return steps;
    }

    /** The first boundary that is not before the time. */
    private long boundaryFrom(long time) {
        return -Math.floorDiv(-time, (long) seconds) * seconds;
    }

    private record Boundary(long time, long registerWh, boolean sampled, int index) {}

    /** @param index of the last sample at or before the time */
    private Boundary boundary(long time, int index, Position at, long stated) {
        boolean goesOn = at.opening() == null || time == begin(at.opening());
        if (time == stated && goesOn && at.registerFromHere() != null) {
            return new Boundary(time, at.registerFromHere(), true, index);
        }
        Sample before = samples.get(index);
        if (before.epochSecond() == time) {
            return new Boundary(time, before.registerWh(), true, index);
        }
        OptionalLong line = index + 1 < samples.size() && before.epochSecond() < time
                ? between(before, samples.get(index + 1), time)
                : OptionalLong.empty();
        return line.isPresent() ? new Boundary(time, line.getAsLong(), false, index) : null;
    }

    private static long begin(Opening opening) {
        return opening.from() == null ? Long.MIN_VALUE : opening.from().getEpochSecond();
    }

    private OptionalLong between(Sample before, Sample after, long time) {
        long span = after.epochSecond() - before.epochSecond();
        if (span > seconds) {
            return OptionalLong.empty();
        }
        BigInteger part = BigInteger.valueOf(after.registerWh() - before.registerWh())
                .multiply(BigInteger.valueOf(time - before.epochSecond()))
                .divide(BigInteger.valueOf(span));
        return OptionalLong.of(before.registerWh() + part.longValueExact());
    }

    private Step step(Boundary start, Boundary end) {
        List<Reading> readings = new ArrayList<>();
        for (int i = start.index(); i <= end.index(); i++) {
            Sample sample = samples.get(i);
            boolean inside = sample.epochSecond() > start.time()
                    && sample.epochSecond() <= end.time()
                    && sample.registerWh() >= start.registerWh()
                    && sample.registerWh() <= end.registerWh();
            if (inside) {
                readings.add(new Reading(sample.epochSecond(), sample.registerWh(), powerW(i, start), Map.of()));
            }
        }
        return new Step(
                start.time(),
                seconds,
                start.registerWh(),
                end.registerWh(),
                start.sampled() && end.sampled() ? Quality.MEASURED : Quality.CALCULATED,
                readings);
    }

    /** As told, or the mean since the sample before, or since the boundary, where another meter may have begun. */
    private long powerW(int index, Boundary start) {
        Sample sample = samples.get(index);
        if (sample.powerW() != 0 || index == 0) {
            return sample.powerW();
        }
        Sample last = samples.get(index - 1);
        Sample before = last.epochSecond() > start.time() ? last : new Sample(start.time(), start.registerWh(), 0);
        return (sample.registerWh() - before.registerWh())
                * SECONDS_PER_HOUR
                / (sample.epochSecond() - before.epochSecond());
    }
}
