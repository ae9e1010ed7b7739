package energy.registry.ingest.agent;

import energy.registry.ingest.register.CounterStep;
import energy.registry.ingest.register.CounterTerms;
import energy.registry.ingest.register.CounterTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A counter turned into a register that neither rolls over nor falls. What does not fit is left aside until the counter
 * is itself again or has begun anew for certain; then what it gained since goes on top, and what flowed between is not
 * counted.
 */
public final class FollowedCounter {
    private final CounterTerms terms;
    private CounterTrack track;
    private long offsetWh;
    private long lastAt = Long.MIN_VALUE;
    private CounterStep lastStep;

    /** @param last the register as it was kept before, or null where it begins */
    public FollowedCounter(CounterTerms terms, Sample last) {
        this.terms = terms;
        this.track = new CounterTrack(terms);
        if (last != null) {
            begin(last.epochSecond(), shown(last.registerWh()), last.registerWh());
        }
    }

    private long shown(long registerWh) {
        return terms.modulusWh() == 0 ? registerWh : registerWh % terms.modulusWh();
    }

    private void begin(long at, long shownWh, long registerWh) {
        track.take(at, shownWh);
        offsetWh = registerWh;
        lastAt = at;
    }

    /**
     * @param shown the counter's values as read, in order of its clock
     * @param told of every step but the ordinary ones
     * @return samples of the register; fewer where values were left aside
     */
    public synchronized List<Sample> take(List<Sample> shown, Consumer<CounterStep> told) {
        List<Sample> samples = new ArrayList<>();
        for (Sample each : shown) {
            Sample sample = lastAt == Long.MIN_VALUE ? first(each) : next(each, told);
            if (sample != null) {
                samples.add(sample);
            }
        }
        return samples;
    }

    private Sample first(Sample shown) {
        begin(shown.epochSecond(), shown.registerWh(), shown.registerWh());
        return shown;
    }

    private Sample next(Sample shown, Consumer<CounterStep> told) {
        if (shown.epochSecond() < lastAt) {
            return historical(shown);
        }
        CounterStep step = track.take(shown.epochSecond(), shown.registerWh());
        lastStep = step;
        if (step instanceof CounterStep.Continues) {
            return register(shown);
        }
        told.accept(step);
        boolean counts = step instanceof CounterStep.Rollover
                || step instanceof CounterStep.Recovered
                || step instanceof CounterStep.Reset;
        return counts ? register(shown) : null;
    }

    private Sample register(Sample shown) {
        lastAt = shown.epochSecond();
        return new Sample(shown.epochSecond(), offsetWh + track.totalWh(), shown.powerW());
    }

    /** From before the last one that is certain: it stood as far below as the counter showed less. */
    private Sample historical(Sample shown) {
        long behind = track.goodWh() - shown.registerWh();
        if (behind < 0 && terms.modulusWh() > 0) {
            behind += terms.modulusWh();
        }
        long register = offsetWh + track.totalWh() - behind;
        return behind < 0 || register < 0 ? null : new Sample(shown.epochSecond(), register, shown.powerW());
    }

    /** The last value's meaning; null before the second value. */
    public synchronized CounterStep lastStep() {
        return lastStep;
    }
}
