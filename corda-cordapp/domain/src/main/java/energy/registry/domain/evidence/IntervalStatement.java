package energy.registry.domain.evidence;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import java.util.Arrays;

/**
 * What a meter signs: a run of one or more consecutive, equal intervals given by the export register at every boundary.
 *
 * <p>A meter that reports each quarter of an hour signs runs of one; a meter that reports once a day signs a run of 96.
 * The statement carries the Merkle root of its readings and the digest of the meter's previous statement, so that it is
 * small enough for a ledger contract and still binds every sample and the whole history.
 */
public final class IntervalStatement {
    public static final String TAG = "REC-STATEMENT-1";

    /** A day of quarter hours, with room for five-minute markets. */
    public static final int INTERVALS_MAX = 288;

    /** Samples in one statement: a day at ten seconds. */
    public static final int READINGS_MAX = 8_640;

    /** The certificate interval is at most one hour (EnergyTag). */
    public static final int INTERVAL_SECONDS_MAX = 3_600;

    private final String meterId;
    private final int epoch;
    private final long sequence;
    private final long startEpochSecond;
    private final int intervalSeconds;
    private final long[] registersWh;
    private final Quality quality;
    private final Signatory signatory;
    private final Origin origin;
    private final int readingCount;
    private final Digest readingsRoot;
    private final Digest previous;

    /**
     * @param meterId registered id of the meter
     * @param epoch counts register resets and meter exchanges, from 0
     * @param sequence counts the meter's statements inside the epoch, from 0 without holes
     * @param startEpochSecond start of the first interval, UTC, a multiple of {@code intervalSeconds}
     * @param intervalSeconds length of each interval, at most one hour, a divisor of it
     * @param registersWh export register at the start of the first and the end of every interval, Wh
     * @param readingCount number of readings under {@code readingsRoot}
     * @param readingsRoot RFC 6962 root over the encoded readings in time order
     * @param previous digest of the meter's previous statement; {@link Digest#ZERO} for the first
     */
    public IntervalStatement(
            String meterId,
            int epoch,
            long sequence,
            long startEpochSecond,
            int intervalSeconds,
            long[] registersWh,
            Quality quality,
            Signatory signatory,
            Origin origin,
            int readingCount,
            Digest readingsRoot,
            Digest previous) {
        if (registersWh.length < 2 || registersWh.length > INTERVALS_MAX + 1) {
            throw new IllegalArgumentException(
                    "registersWh: a run has 1.." + INTERVALS_MAX + " intervals, not " + (registersWh.length - 1));
        }
        if (intervalSeconds <= 0
                || intervalSeconds > INTERVAL_SECONDS_MAX
                || INTERVAL_SECONDS_MAX % intervalSeconds != 0) {
            throw new IllegalArgumentException("intervalSeconds: " + intervalSeconds + " does not divide an hour");
        }
        if (Math.floorMod(startEpochSecond, (long) intervalSeconds) != 0) {
            throw new IllegalArgumentException(
                    "startEpochSecond: " + startEpochSecond + " is not on the grid of " + intervalSeconds + " s");
        }
        if (epoch < 0 || sequence < 0 || readingCount < 0 || readingCount > READINGS_MAX) {
            throw new IllegalArgumentException(
                    "epoch, sequence and readingCount are not negative; at most " + READINGS_MAX + " readings");
        }
        this.meterId = meterId;
        this.epoch = epoch;
        this.sequence = sequence;
        this.startEpochSecond = startEpochSecond;
        this.intervalSeconds = intervalSeconds;
        this.registersWh = registersWh.clone();
        this.quality = quality;
        this.signatory = signatory;
        this.origin = origin;
        this.readingCount = readingCount;
        this.readingsRoot = readingsRoot;
        this.previous = previous;
    }

    public String meterId() {
        return meterId;
    }

    public int epoch() {
        return epoch;
    }

    public long sequence() {
        return sequence;
    }

    public int intervalSeconds() {
        return intervalSeconds;
    }

    public int intervalCount() {
        return registersWh.length - 1;
    }

    public Quality quality() {
        return quality;
    }

    public Signatory signatory() {
        return signatory;
    }

    public Origin origin() {
        return origin;
    }

    public int readingCount() {
        return readingCount;
    }

    public Digest readingsRoot() {
        return readingsRoot;
    }

    public Digest previous() {
        return previous;
    }

    public long[] registersWh() {
        return registersWh.clone();
    }

    public long registerStartWh() {
        return registersWh[0];
    }

    public long registerEndWh() {
        return registersWh[registersWh.length - 1];
    }

    /** The whole run. */
    public ProductionPeriod period() {
        return ProductionPeriod.between(startEpochSecond, startEpochSecond + (long) intervalSeconds * intervalCount());
    }

    public ProductionPeriod period(int interval) {
        long start = startEpochSecond + (long) intervalSeconds * interval;
        return ProductionPeriod.between(start, start + intervalSeconds);
    }

    /** Whether the register never falls inside the run. */
    public boolean isMonotonic() {
        for (int i = 1; i < registersWh.length; i++) {
            if (registersWh[i] < registersWh[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Energy of one interval: the difference of its two register values. */
    public WattHours energy(int interval) {
        return WattHours.of(registersWh[interval + 1] - registersWh[interval]);
    }

    public Digest digest() {
        return Digest.sha(encode());
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .text(meterId)
                .i32(epoch)
                .i64(sequence)
                .i64(startEpochSecond)
                .i32(intervalSeconds)
                .i32(registersWh.length);
        for (long register : registersWh) {
            out.i64(register);
        }
        return out.u8(quality.ordinal())
                .u8(signatory.ordinal())
                .u8(origin.ordinal())
                .i32(readingCount)
                .digest(readingsRoot)
                .digest(previous)
                .toBytes();
    }

    public static IntervalStatement decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        String meterId = in.text("meterId");
        int epoch = in.i32("epoch");
        long sequence = in.i64("sequence");
        long start = in.i64("startEpochSecond");
        int seconds = in.i32("intervalSeconds");
        long[] registers = new long[in.count("registersWh", INTERVALS_MAX + 1)];
        for (int i = 0; i < registers.length; i++) {
            registers[i] = in.i64("registersWh");
        }
        IntervalStatement statement = new IntervalStatement(
                meterId,
                epoch,
                sequence,
                start,
                seconds,
                registers,
                in.choice("quality", Quality.values()),
                in.choice("signatory", Signatory.values()),
                in.choice("origin", Origin.values()),
                in.i32("readingCount"),
                in.digest("readingsRoot"),
                in.digest("previous"));
        in.end();
        return statement;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalStatement && Arrays.equals(encode(), ((IntervalStatement) other).encode());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "statement " + meterId + "/" + epoch + "/" + sequence + " " + period();
    }
}
