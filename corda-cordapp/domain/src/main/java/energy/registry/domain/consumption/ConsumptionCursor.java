package energy.registry.domain.consumption;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which consumption of a point was claimed by a retirement. Each claim takes its time out of the open time; the cursor
 * before is consumed, so that the same consumption is not claimed twice (D29). Time that a claim left behind stays open.
 */
public final class ConsumptionCursor {
    public static final String TAG = "REC-CONSUMPTION-1";

    /** Open spans kept. Beyond it the oldest is given up, so that a cursor's size does not grow with its age. */
    public static final int SPANS_MAX = 256;

    private final ConsumptionPoint point;
    private final List<Span> open;
    private final Digest claimChain;

    private ConsumptionCursor(ConsumptionPoint point, List<Span> open, Digest claimChain) {
        if (open.isEmpty() || open.size() > SPANS_MAX || open.get(open.size() - 1).end != Long.MAX_VALUE) {
            throw new IllegalArgumentException("open: 1.." + SPANS_MAX + " spans, the last without an end");
        }
        for (int i = 1; i < open.size(); i++) {
            if (open.get(i).start <= open.get(i - 1).end) {
                throw new IllegalArgumentException("open: in order of time, none touching another");
            }
        }
        this.point = point;
        this.open = Collections.unmodifiableList(new ArrayList<>(open));
        this.claimChain = claimChain;
    }

    public static ConsumptionCursor fresh(ConsumptionPoint point) {
        Span all = new Span(point.sinceEpochSecond(), Long.MAX_VALUE);
        return new ConsumptionCursor(point, Collections.singletonList(all), Digest.ZERO);
    }

    public ConsumptionPoint point() {
        return point;
    }

    /** Hash chain over the statements and retirements of all claims in order. */
    public Digest claimChain() {
        return claimChain;
    }

    public boolean isOpen(ProductionPeriod period) {
        return open.stream().anyMatch(span -> span.contains(period));
    }

    /** The verdict on retiring these certificates for the consumption that the meter states. */
    public Verdict permits(byte[] signedStatement, List<CertificateBundle> retired, SignatureCheck signatures) {
        SignedRecord signed;
        IntervalStatement statement;
        try {
            signed = SignedRecord.decode(signedStatement);
            statement = IntervalStatement.decode(signed.record());
        } catch (IllegalArgumentException e) {
            return Rule.CONSUMPTION_IS_METERED.isBrokenBy(e.getMessage());
        }
        return Verdict.firstOf(
                () -> metered(signed, statement, signatures),
                () -> Rule.CONSUMPTION_NOT_YET_CLAIMED.holds(
                        isOpen(statement.period()), statement.period() + " at " + point.pointId()),
                () -> fits(statement, retired));
    }

    private Verdict metered(SignedRecord signed, IntervalStatement statement, SignatureCheck signatures) {
        boolean canonical = Arrays.equals(statement.encode(), signed.record());
        boolean ours = statement.meterId().equals(point.meterId())
                && statement.intervalSeconds() == point.intervalSeconds()
                && statement.isMonotonic();
        return Verdict.firstOf(
                () -> Rule.CONSUMPTION_IS_METERED.holds(canonical, "other bytes than its own"),
                () -> Rule.CONSUMPTION_IS_METERED.holds(ours, "meter " + statement.meterId() + ", grid or register"),
                () -> Rule.CONSUMPTION_IS_METERED.holds(
                        signed.isSignedBy(point.meterKey(), signatures),
                        "key " + signed.signature().keyId()),
                () -> Rule.CONSUMPTION_IS_METERED.holds(
                        statement.quality() != Quality.ESTIMATED, "quality " + statement.quality()));
    }

    /** Each retired interval lies inside one of the consumption, which uses at least as much as all of its together. */
    private static Verdict fits(IntervalStatement statement, List<CertificateBundle> retired) {
        long[] left = new long[statement.intervalCount()];
        for (int i = 0; i < left.length; i++) {
            left[i] = statement.energy(i).toLong();
        }
        for (CertificateBundle bundle : retired) {
            for (int i = 0; i < bundle.intervalCount(); i++) {
                ProductionPeriod hour = bundle.period(i);
                long energy = bundle.serialWh(i + 1) - bundle.serialWh(i);
                int at = intervalOf(statement, hour);
                if (energy > 0 && (at < 0 || (left[at] -= energy) < 0)) {
                    return Rule.RETIREMENT_FITS_CONSUMPTION.isBrokenBy(
                            bundle.certificateId() + " has more in " + hour + " than was consumed");
                }
            }
        }
        return Verdict.VALID;
    }

    private static int intervalOf(IntervalStatement statement, ProductionPeriod hour) {
        for (int i = 0; i < statement.intervalCount(); i++) {
            if (statement.period(i).contains(hour)) {
                return i;
            }
        }
        return -1;
    }

    /** The cursor after a claim that it permits. */
    public ConsumptionCursor after(byte[] signedStatement, Digest retirementId) {
        SignedRecord signed = SignedRecord.decode(signedStatement);
        ProductionPeriod period = IntervalStatement.decode(signed.record()).period();
        List<Span> rest = new ArrayList<>(open.size() + 1);
        open.forEach(span -> rest.addAll(span.without(period)));
        if (rest.size() > SPANS_MAX) {
            rest.remove(0);
        }
        return new ConsumptionCursor(
                point, rest, Digest.sha(claimChain.bytes(), signed.digest().bytes(), retirementId.bytes()));
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG);
        point.write(out);
        out.digest(claimChain).i32(open.size());
        open.forEach(span -> out.i64(span.start).i64(span.end));
        return out.toBytes();
    }

    public static ConsumptionCursor decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        ConsumptionPoint point = ConsumptionPoint.read(in);
        Digest chain = in.digest("claimChain");
        int count = in.count("open", SPANS_MAX);
        List<Span> open = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            open.add(new Span(in.i64("start"), in.i64("end")));
        }
        in.end();
        return new ConsumptionCursor(point, open, chain);
    }

    /** Time not claimed, half-open. */
    private static final class Span {
        private final long start;
        private final long end;

        Span(long start, long end) {
            if (end <= start) {
                throw new IllegalArgumentException("span: " + end + " is not after " + start);
            }
            this.start = start;
            this.end = end;
        }

        boolean contains(ProductionPeriod period) {
            return start <= period.startEpochSecond() && period.endEpochSecond() <= end;
        }

        List<Span> without(ProductionPeriod period) {
            if (!contains(period)) {
                return Collections.singletonList(this);
            }
            List<Span> rest = new ArrayList<>(2);
            if (start < period.startEpochSecond()) {
                rest.add(new Span(start, period.startEpochSecond()));
            }
            if (period.endEpochSecond() < end) {
                rest.add(new Span(period.endEpochSecond(), end));
            }
            return rest;
        }
    }
}
