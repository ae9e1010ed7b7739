package energy.registry.domain.cursor;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How far a meter has come: time not yet issued, next serial, debt, and the chain of what was accepted. */
public final class MeterPosition {
    /** Closed gaps kept. Beyond it the oldest is forfeited, so that a cursor's size does not grow with its age. */
    public static final int GAPS_MAX = 256;

    /** Before the first statement. */
    private static final long NO_SEQUENCE = -1;

    private final List<Gap> gaps;
    private final int epoch;
    private final long sequence;
    private final Digest lastStatement;
    private final long serialNextWh;
    private final long debtWh;
    private final long forfeitedSeconds;
    private final Digest readingChain;

    private MeterPosition(
            List<Gap> gaps,
            int epoch,
            long sequence,
            Digest lastStatement,
            long serialNextWh,
            long debtWh,
            long forfeitedSeconds,
            Digest readingChain) {
        if (gaps.isEmpty() || gaps.size() > GAPS_MAX + 1) {
            throw new IllegalArgumentException("gaps: 1.." + (GAPS_MAX + 1) + ", not " + gaps.size());
        }
        for (int i = 1; i < gaps.size(); i++) {
            if (gaps.get(i).startEpochSecond() < gaps.get(i - 1).endEpochSecond()) {
                throw new IllegalArgumentException("gaps: in order of time, none inside another");
            }
        }
        if (!gaps.get(gaps.size() - 1).isOpen() || serialNextWh < 0 || debtWh < 0) {
            throw new IllegalArgumentException("position: the last gap is open, serial and debt are not negative");
        }
        this.gaps = Collections.unmodifiableList(new ArrayList<>(gaps));
        this.epoch = epoch;
        this.sequence = sequence;
        this.lastStatement = lastStatement;
        this.serialNextWh = serialNextWh;
        this.debtWh = debtWh;
        this.forfeitedSeconds = forfeitedSeconds;
        this.readingChain = readingChain;
    }

    /** Nothing issued since {@code fromEpochSecond}; the meter's register is not known yet. */
    static MeterPosition startingAt(long fromEpochSecond) {
        Gap all = new Gap(fromEpochSecond, Gap.OPEN, Gap.UNKNOWN, Gap.OPEN, 0);
        return new MeterPosition(Collections.singletonList(all), 0, NO_SEQUENCE, Digest.ZERO, 0, 0, 0, Digest.ZERO);
    }

    /** Time not issued, oldest first; the last is open towards the future. */
    public List<Gap> gaps() {
        return gaps;
    }

    /** End of the latest issued time, UTC; before the first issue, when the device began. */
    public long lastEndEpochSecond() {
        return open().startEpochSecond();
    }

    /** The register there, Wh, or {@link Gap#UNKNOWN}. */
    public long registerWh() {
        return open().registerFromWh();
    }

    private Gap open() {
        return gaps.get(gaps.size() - 1);
    }

    public int epoch() {
        return epoch;
    }

    /** Sequence number of the statement behind {@link #lastEndEpochSecond()}; -1 before the first. */
    public long sequence() {
        return sequence;
    }

    /** Digest of that signed statement. */
    public Digest lastStatement() {
        return lastStatement;
    }

    public long serialNextWh() {
        return serialNextWh;
    }

    /** Energy issued too much before, which the next claims pay off first, Wh. */
    public long debtWh() {
        return debtWh;
    }

    /** Time whose gaps were given up to keep the cursor small, s. */
    public long forfeitedSeconds() {
        return forfeitedSeconds;
    }

    /** Hash chain over the ids of all accepted claims in order. */
    public Digest readingChain() {
        return readingChain;
    }

    Optional<Gap> gapAround(ProductionPeriod period) {
        return gaps.stream().filter(gap -> gap.contains(period)).findFirst();
    }

    /** The position after issuing {@code period}, which lies in {@code gap}. */
    MeterPosition after(Gap gap, ProductionPeriod period, long[] registersWh, Step step) {
        List<Gap> rest = new ArrayList<>(gaps.size() + 1);
        for (Gap each : gaps) {
            if (each == gap) {
                rest.addAll(gap.without(period, registersWh[0], registersWh[1]));
            } else {
                rest.add(each);
            }
        }
        long forfeited = forfeitedSeconds + giveUpOldest(rest);
        boolean advances = gap.isOpen();
        return new MeterPosition(
                rest,
                epoch,
                advances ? step.sequence : sequence,
                advances ? step.statement : lastStatement,
                serialNextWh + step.issuedWh,
                debtWh - step.cancelledWh,
                forfeited,
                Digest.sha(readingChain.bytes(), step.claim.bytes()));
    }

    /** Whether all of the period was issued. */
    boolean isIssued(ProductionPeriod period) {
        return gaps.stream()
                .noneMatch(gap -> gap.startEpochSecond() < period.endEpochSecond()
                        && period.startEpochSecond() < gap.endEpochSecond());
    }

    /** The position with an issued period open again, beside the gaps that touch it. */
    MeterPosition reopened(Gap again) {
        List<Gap> more = new ArrayList<>(gaps);
        int at = 0;
        while (more.get(at).startEpochSecond() < again.startEpochSecond()) {
            at++;
        }
        more.add(at, again);
        return with(more, debtWh);
    }

    MeterPosition withMoreDebt(long moreWh) {
        return with(gaps, Math.addExact(debtWh, moreWh));
    }

    private MeterPosition with(List<Gap> other, long otherDebtWh) {
        return new MeterPosition(
                other, epoch, sequence, lastStatement, serialNextWh, otherDebtWh, forfeitedSeconds, readingChain);
    }

    /** Whether the meter can be exchanged at {@code at}, its register then standing at {@code closingWh}. */
    Verdict permitsExchange(long at, long closingWh) {
        boolean meets = at == open().startEpochSecond() && registerWh() != Gap.UNKNOWN;
        return Verdict.firstOf(
                () -> liesAfterIssuedTime(at),
                () -> Rule.CLOSING_REGISTER_CONTINUES.holds(
                        meets ? closingWh == registerWh() : closingWh >= registerWh(),
                        closingWh + " after " + registerWh() + " Wh"));
    }

    Verdict liesAfterIssuedTime(long at) {
        return Rule.CHANGE_LIES_AFTER_ISSUED_TIME.holds(
                at >= lastEndEpochSecond(),
                Instant.ofEpochSecond(at) + ", issued until " + Instant.ofEpochSecond(lastEndEpochSecond()));
    }

    /** A new epoch from {@code at} on; what the old meter measured and nobody claimed stays open up to its last register. */
    MeterPosition exchangedAt(long at, long closingWh, long openingWh) {
        List<Gap> rest = new ArrayList<>(gaps.subList(0, gaps.size() - 1));
        if (open().startEpochSecond() < at) {
            rest.add(open().closedAt(at, closingWh));
        }
        rest.add(new Gap(at, Gap.OPEN, openingWh, Gap.OPEN, epoch + 1));
        long forfeited = forfeitedSeconds + giveUpOldest(rest);
        return new MeterPosition(
                rest, epoch + 1, NO_SEQUENCE, Digest.ZERO, serialNextWh, debtWh, forfeited, readingChain);
    }

    /** Gives up the gaps that end by {@code start}: there are no terms for their time any more. */
    MeterPosition forfeitedBefore(long start) {
        List<Gap> rest = new ArrayList<>();
        long forfeited = forfeitedSeconds;
        for (Gap gap : gaps) {
            if (gap.endEpochSecond() > start) {
                rest.add(gap);
            } else {
                forfeited += gap.endEpochSecond() - gap.startEpochSecond();
            }
        }
        return new MeterPosition(rest, epoch, sequence, lastStatement, serialNextWh, debtWh, forfeited, readingChain);
    }

    /** Beyond the limit the oldest gap goes; answers its seconds. */
    private static long giveUpOldest(List<Gap> rest) {
        if (rest.size() <= GAPS_MAX + 1) {
            return 0;
        }
        Gap oldest = rest.remove(0);
        return oldest.endEpochSecond() - oldest.startEpochSecond();
    }

    /** What one accepted claim adds to the position. */
    static final class Step {
        private final long sequence;
        private final Digest statement;
        private final Digest claim;
        private final long issuedWh;
        private final long cancelledWh;

        Step(IntervalStatement statement, Digest signedStatement, Digest claim, long issuedWh, long cancelledWh) {
            this.sequence = statement.sequence();
            this.statement = signedStatement;
            this.claim = claim;
            this.issuedWh = issuedWh;
            this.cancelledWh = cancelledWh;
        }
    }

    void write(CanonicalWriter out) {
        out.i32(epoch)
                .i64(sequence)
                .digest(lastStatement)
                .i64(serialNextWh)
                .i64(debtWh)
                .i64(forfeitedSeconds)
                .digest(readingChain)
                .i32(gaps.size());
        gaps.forEach(gap -> gap.write(out));
    }

    static MeterPosition read(CanonicalReader in) {
        int epoch = in.i32("epoch");
        long sequence = in.i64("sequence");
        Digest lastStatement = in.digest("lastStatement");
        long serialNext = in.i64("serialNext");
        long debt = in.i64("debt");
        long forfeited = in.i64("forfeited");
        Digest chain = in.digest("readingChain");
        int count = in.count("gaps", GAPS_MAX + 1);
        List<Gap> gaps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            gaps.add(Gap.read(in));
        }
        return new MeterPosition(gaps, epoch, sequence, lastStatement, serialNext, debt, forfeited, chain);
    }
}
