package energy.registry.domain.claim;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The request to issue: a part of one signed statement, the envelope of energy that the evidence permits in each of its
 * intervals, and the root of all evidence behind it. The verifiers sign it; the contract checks the meter's signature
 * inside and the quorum of the verifiers outside.
 */
public final class GenerationClaim {
    public static final String TAG = "REC-CLAIM-1";

    /** Marks are code words that travel onto the certificate. */
    public static final int MARKS_MAX = 16;

    private final String deviceId;
    private final SignedRecord statement;
    private final IntervalStatement run;
    private final int firstInterval;
    private final long[] minWh;
    private final long[] maxWh;
    private final CameraFinding finding;
    private final Digest evidenceRoot;
    private final List<String> marks;
    private final String model;

    /**
     * @param statement the meter's signed {@link IntervalStatement}
     * @param firstInterval index of the first claimed interval in the statement's run
     * @param minWh lower end of the permitted energy per claimed interval, Wh
     * @param maxWh upper end, same length; the length is the number of claimed intervals
     * @param evidenceRoot RFC 6962 root over {@code statement.encode()} and the encoded signed verdicts, in that order
     * @param marks codes shown on the certificate, for example {@code RECORDING}
     * @param model name and version of the rules that built the envelope
     */
    public GenerationClaim(
            String deviceId,
            SignedRecord statement,
            int firstInterval,
            long[] minWh,
            long[] maxWh,
            CameraFinding finding,
            Digest evidenceRoot,
            List<String> marks,
            String model) {
        IntervalStatement decoded = IntervalStatement.decode(statement.record());
        int run = decoded.intervalCount();
        if (minWh.length == 0 || minWh.length != maxWh.length) {
            throw new IllegalArgumentException(
                    "envelope: " + minWh.length + " lower and " + maxWh.length + " upper ends");
        }
        if (firstInterval < 0 || firstInterval + minWh.length > run) {
            throw new IllegalArgumentException(
                    "claimed intervals " + firstInterval + "+" + minWh.length + " are not within the run of " + run);
        }
        if (marks.size() > MARKS_MAX) {
            throw new IllegalArgumentException("a claim has at most " + MARKS_MAX + " marks");
        }
        this.deviceId = deviceId;
        this.statement = statement;
        this.run = decoded;
        this.firstInterval = firstInterval;
        this.minWh = minWh.clone();
        this.maxWh = maxWh.clone();
        this.finding = finding;
        this.evidenceRoot = evidenceRoot;
        this.marks = Collections.unmodifiableList(new ArrayList<>(marks));
        this.model = model;
    }

    public String deviceId() {
        return deviceId;
    }

    public SignedRecord signedStatement() {
        return statement;
    }

    public IntervalStatement statement() {
        return run;
    }

    public int firstInterval() {
        return firstInterval;
    }

    public int intervalCount() {
        return minWh.length;
    }

    public CameraFinding finding() {
        return finding;
    }

    public Digest evidenceRoot() {
        return evidenceRoot;
    }

    public List<String> marks() {
        return marks;
    }

    public String model() {
        return model;
    }

    /** Lower end of the permitted energy of claimed interval {@code i}, Wh. */
    public long minWh(int i) {
        return minWh[i];
    }

    /** Upper end of the permitted energy of claimed interval {@code i}, Wh. */
    public long maxWh(int i) {
        return maxWh[i];
    }

    /** The claimed time, from the start of its first to the end of its last interval. */
    public ProductionPeriod period() {
        IntervalStatement run = statement();
        return ProductionPeriod.between(
                run.period(firstInterval).startEpochSecond(),
                run.period(firstInterval + minWh.length - 1).endEpochSecond());
    }

    /** The sum over the claimed intervals. */
    public WattHours energy() {
        WattHours sum = WattHours.ZERO;
        for (int i = 0; i < minWh.length; i++) {
            sum = sum.plus(run.energy(firstInterval + i));
        }
        return sum;
    }

    /** The claim's name everywhere: SHA-256 of its canonical bytes. */
    public Digest id() {
        return Digest.sha(encode());
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .text(deviceId)
                .bytes(statement.encode())
                .i32(firstInterval)
                .i32(minWh.length);
        for (int i = 0; i < minWh.length; i++) {
            out.i64(minWh[i]).i64(maxWh[i]);
        }
        out.u8(finding.ordinal()).digest(evidenceRoot).i32(marks.size());
        marks.forEach(out::text);
        return out.text(model).toBytes();
    }

    public static GenerationClaim decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        String deviceId = in.text("deviceId");
        SignedRecord statement = SignedRecord.decode(in.bytes("statement"));
        int firstInterval = in.i32("firstInterval");
        int count = in.count("intervals", IntervalStatement.INTERVALS_MAX);
        long[] minWh = new long[count];
        long[] maxWh = new long[count];
        for (int i = 0; i < count; i++) {
            minWh[i] = in.i64("minWh");
            maxWh[i] = in.i64("maxWh");
        }
        CameraFinding finding = in.choice("finding", CameraFinding.values());
        Digest evidenceRoot = in.digest("evidenceRoot");
        int markCount = in.count("marks", MARKS_MAX);
        List<String> marks = new ArrayList<>(markCount);
        for (int i = 0; i < markCount; i++) {
            marks.add(in.text("mark"));
        }
        String model = in.text("model");
        in.end();
        return new GenerationClaim(
                deviceId, statement, firstInterval, minWh, maxWh, finding, evidenceRoot, marks, model);
    }
}
