package energy.registry.domain.cursor;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Time of a meter for which nothing is issued, with the register values at its edges: whatever is issued inside must fit
 * between them, so that energy can be issued late but never twice. The time after the last issue is a gap that has no
 * end yet.
 */
public final class Gap {
    /** The end and the upper register of the gap that lies open towards the future. */
    public static final long OPEN = Long.MAX_VALUE;

    /** The lower register before the meter's first statement. */
    public static final long UNKNOWN = -1;

    private final long startEpochSecond;
    private final long endEpochSecond;
    private final long registerFromWh;
    private final long registerToWh;
    private final int epoch;

    Gap(long startEpochSecond, long endEpochSecond, long registerFromWh, long registerToWh, int epoch) {
        if (endEpochSecond <= startEpochSecond || registerToWh < registerFromWh || registerFromWh < UNKNOWN) {
            throw new IllegalArgumentException("gap: ends after it starts and its register does not fall");
        }
        this.startEpochSecond = startEpochSecond;
        this.endEpochSecond = endEpochSecond;
        this.registerFromWh = registerFromWh;
        this.registerToWh = registerToWh;
        this.epoch = epoch;
    }

    public long startEpochSecond() {
        return startEpochSecond;
    }

    /** Exclusive; {@link #OPEN} for the last gap. */
    public long endEpochSecond() {
        return endEpochSecond;
    }

    public long registerFromWh() {
        return registerFromWh;
    }

    public long registerToWh() {
        return registerToWh;
    }

    public int epoch() {
        return epoch;
    }

    public boolean isOpen() {
        return endEpochSecond == OPEN;
    }

    boolean contains(ProductionPeriod period) {
        return startEpochSecond <= period.startEpochSecond() && period.endEpochSecond() <= endEpochSecond;
    }

    /** This open gap, closed at {@code end} by a register value. */
    Gap closedAt(long end, long registerWh) {
        return new Gap(startEpochSecond, end, registerFromWh, registerWh, epoch);
    }

    /** Whether registers at the edges of {@code period} fit: equal where the edges meet, between them elsewhere. */
    Verdict fits(ProductionPeriod period, long registerStartWh, long registerEndWh) {
        boolean startMeets = period.startEpochSecond() == startEpochSecond && registerFromWh != UNKNOWN;
        boolean endMeets = period.endEpochSecond() == endEpochSecond;
        boolean startFits = startMeets ? registerStartWh == registerFromWh : registerStartWh >= registerFromWh;
        boolean endFits = endMeets ? registerEndWh == registerToWh : registerEndWh <= registerToWh;
        return Verdict.firstOf(
                () -> Rule.REGISTER_CONTINUES.holds(startFits, registerStartWh + " after " + registerFromWh + " Wh"),
                () -> Rule.REGISTER_CONTINUES.holds(endFits, registerEndWh + " before " + registerToWh + " Wh"));
    }

    /** What is left of this gap when {@code period} is issued: nothing, one or two gaps. */
    List<Gap> without(ProductionPeriod period, long registerStartWh, long registerEndWh) {
        List<Gap> rest = new ArrayList<>(2);
        if (startEpochSecond < period.startEpochSecond()) {
            rest.add(new Gap(startEpochSecond, period.startEpochSecond(), registerFromWh, registerStartWh, epoch));
        }
        if (period.endEpochSecond() < endEpochSecond) {
            rest.add(new Gap(period.endEpochSecond(), endEpochSecond, registerEndWh, registerToWh, epoch));
        }
        return rest;
    }

    /** The register values of a claim's part of a statement. */
    static long[] registersOf(IntervalStatement statement, int first, int count) {
        long[] all = statement.registersWh();
        return new long[] {all[first], all[first + count]};
    }

    void write(CanonicalWriter out) {
        out.i64(startEpochSecond)
                .i64(endEpochSecond)
                .i64(registerFromWh)
                .i64(registerToWh)
                .i32(epoch);
    }

    static Gap read(CanonicalReader in) {
        return new Gap(
                in.i64("gapStart"), in.i64("gapEnd"), in.i64("registerFrom"), in.i64("registerTo"), in.i32("gapEpoch"));
    }
}
