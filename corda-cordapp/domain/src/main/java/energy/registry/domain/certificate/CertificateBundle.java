package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.IntervalStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * A run of consecutive intervals of one device with the serial numbers of their watt-hours. Interval {@code i} owns the
 * serials {@code [serials[i], serials[i+1])}; quantity is always a difference, never stored. A cut at any watt-hour
 * leaves two bundles that partition the range exactly, and each keeps the hour of each of its watt-hours.
 */
public final class CertificateBundle {
    public static final String TAG = "REC-BUNDLE-1";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final IssuanceRecord issuance;
    private final long startEpochSecond;
    private final int intervalSeconds;
    private final long[] serialsWh;

    /**
     * @param startEpochSecond start of the first interval, UTC
     * @param serialsWh serial at the start of the first and the end of every interval; the outer intervals are not
     *     empty, so that one range of serials has one canonical form
     */
    private CertificateBundle(IssuanceRecord issuance, long startEpochSecond, int intervalSeconds, long[] serialsWh) {
        int last = serialsWh.length - 1;
        if (last < 1 || last > IntervalStatement.INTERVALS_MAX) {
            throw new IllegalArgumentException(
                    "intervals: a bundle has 1.." + IntervalStatement.INTERVALS_MAX + ", not " + last);
        }
        for (int i = 0; i < last; i++) {
            if (serialsWh[i + 1] < serialsWh[i]) {
                throw new IllegalArgumentException("serials: interval " + i + " ends before it starts");
            }
        }
        if (serialsWh[0] < 0 || serialsWh[1] == serialsWh[0] || serialsWh[last] == serialsWh[last - 1]) {
            throw new IllegalArgumentException("serials: start at 0 or above, outer intervals hold energy");
        }
        if (intervalSeconds <= 0 || Math.floorMod(startEpochSecond, (long) intervalSeconds) != 0) {
            throw new IllegalArgumentException("start: " + startEpochSecond + " is off the grid " + intervalSeconds);
        }
        this.issuance = issuance;
        this.startEpochSecond = startEpochSecond;
        this.intervalSeconds = intervalSeconds;
        this.serialsWh = serialsWh;
    }

    /** Trims empty intervals at both ends; at least one interval must hold energy. */
    public static CertificateBundle of(
            IssuanceRecord issuance, long startEpochSecond, int intervalSeconds, long[] serialsWh) {
        int first = 0;
        int last = serialsWh.length - 1;
        while (first < last && serialsWh[first + 1] == serialsWh[first]) {
            first++;
        }
        while (last > first && serialsWh[last] == serialsWh[last - 1]) {
            last--;
        }
        return new CertificateBundle(
                issuance,
                startEpochSecond + (long) first * intervalSeconds,
                intervalSeconds,
                Arrays.copyOfRange(serialsWh, first, last + 1));
    }

    public IssuanceRecord issuance() {
        return issuance;
    }

    public String deviceId() {
        return issuance.device().deviceId();
    }

    public int intervalSeconds() {
        return intervalSeconds;
    }

    public int intervalCount() {
        return serialsWh.length - 1;
    }

    /** First serial, inclusive. */
    public long serialFromWh() {
        return serialsWh[0];
    }

    /** Last serial, exclusive. */
    public long serialToWh() {
        return serialsWh[serialsWh.length - 1];
    }

    /** First serial of interval {@code i}; {@code i} may be the number of intervals for the end of the last. */
    public long serialWh(int i) {
        return serialsWh[i];
    }

    public WattHours quantity() {
        return WattHours.of(serialToWh() - serialFromWh());
    }

    public ProductionPeriod period() {
        return ProductionPeriod.between(startEpochSecond, startEpochSecond + (long) intervalSeconds * intervalCount());
    }

    public ProductionPeriod period(int interval) {
        long start = startEpochSecond + (long) intervalSeconds * interval;
        return ProductionPeriod.between(start, start + intervalSeconds);
    }

    /** {@code <device>:<start of the bundle>:<from>-<to>}, unique because a device's serials are issued once. */
    public String certificateId() {
        return deviceId() + ":" + STAMP.format(Instant.ofEpochSecond(startEpochSecond)) + ":" + serialFromWh() + "-"
                + serialToWh();
    }

    /** The first {@code quantity} watt-hours. */
    public CertificateBundle first(WattHours quantity) {
        return between(serialFromWh(), serialFromWh() + quantity.toLong());
    }

    /** What {@link #first} leaves. */
    public CertificateBundle after(WattHours quantity) {
        return between(serialFromWh() + quantity.toLong(), serialToWh());
    }

    /** The serials {@code [fromWh, toWh)} of this bundle with their hours. */
    public CertificateBundle between(long fromWh, long toWh) {
        if (fromWh < serialFromWh() || toWh > serialToWh() || fromWh >= toWh) {
            throw new IllegalArgumentException(
                    "serials " + fromWh + "-" + toWh + " are not within " + serialFromWh() + "-" + serialToWh());
        }
        long[] cut = new long[serialsWh.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = Math.max(fromWh, Math.min(toWh, serialsWh[i]));
        }
        return of(issuance, startEpochSecond, intervalSeconds, cut);
    }

    /** Whether both are pieces of one issue and {@code next} starts with the serial at which this one ends. */
    public boolean isFollowedBy(CertificateBundle next) {
        return serialToWh() == next.serialFromWh() && Arrays.equals(issuance.encode(), next.issuance.encode());
    }

    /** Both as one bundle: each watt-hour keeps its hour. */
    public CertificateBundle joinedWith(CertificateBundle next) {
        if (!isFollowedBy(next) || intervalSeconds != next.intervalSeconds) {
            throw new IllegalArgumentException(next + " does not follow " + this);
        }
        long end = next.period().endEpochSecond();
        int count = Math.toIntExact((end - startEpochSecond) / intervalSeconds);
        if (count > IntervalStatement.INTERVALS_MAX) {
            throw new IllegalArgumentException("intervals: " + count + " are too many for one bundle");
        }
        long[] joined = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            long boundary = startEpochSecond + (long) i * intervalSeconds;
            joined[i] = boundary <= next.startEpochSecond ? serialAt(boundary) : next.serialAt(boundary);
        }
        return of(issuance, startEpochSecond, intervalSeconds, joined);
    }

    /** The first serial of energy after a boundary of the grid, within this bundle's range. */
    private long serialAt(long epochSecond) {
        long interval = (epochSecond - startEpochSecond) / intervalSeconds;
        return serialsWh[(int) Math.max(0, Math.min(intervalCount(), interval))];
    }

    /** The serials of the intervals that lie in the period: first inclusive, last exclusive; equal when none do. */
    public long[] serialsWithin(ProductionPeriod period) {
        long from = serialAt(period.startEpochSecond());
        return new long[] {from, Math.max(from, serialAt(period.endEpochSecond()))};
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .bytes(issuance.encode())
                .i64(startEpochSecond)
                .i32(intervalSeconds)
                .i32(serialsWh.length);
        for (long serial : serialsWh) {
            out.i64(serial);
        }
        return out.toBytes();
    }

    public static CertificateBundle decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        IssuanceRecord issuance = IssuanceRecord.decode(in.bytes("issuance"));
        long start = in.i64("startEpochSecond");
        int seconds = in.i32("intervalSeconds");
        long[] serials = new long[in.count("serials", IntervalStatement.INTERVALS_MAX + 1)];
        for (int i = 0; i < serials.length; i++) {
            serials[i] = in.i64("serial");
        }
        in.end();
        return new CertificateBundle(issuance, start, seconds, serials);
    }

    public Digest digest() {
        return Digest.sha(encode());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateBundle && Arrays.equals(encode(), ((CertificateBundle) other).encode());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(serialFromWh() * 31 + serialToWh());
    }

    @Override
    public String toString() {
        return certificateId();
    }
}
