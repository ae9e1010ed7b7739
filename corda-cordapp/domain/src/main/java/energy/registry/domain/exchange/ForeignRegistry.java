package energy.registry.domain.exchange;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A registry that certificates come from and go to: its key, and every serial range ever imported from it. An import
 * adds its ranges, which must not overlap one that is there: the same watt-hour comes in once (D6).
 */
public final class ForeignRegistry {
    public static final String TAG = "REC-REGISTRY-1";

    /** Ranges kept; ranges that touch are one. At 60 bytes each the state stays below 130 kB. */
    public static final int RANGES_MAX = 2_048;

    private final String name;
    private final SigningKey key;
    private final List<Range> imported;

    private ForeignRegistry(String name, SigningKey key, List<Range> imported) {
        if (imported.size() > RANGES_MAX) {
            throw new IllegalArgumentException("ranges: at most " + RANGES_MAX + ", not " + imported.size());
        }
        for (int i = 1; i < imported.size(); i++) {
            if (!imported.get(i - 1).isBefore(imported.get(i))) {
                throw new IllegalArgumentException("ranges: in order, none touching another");
            }
        }
        this.name = name;
        this.key = key;
        this.imported = Collections.unmodifiableList(new ArrayList<>(imported));
    }

    public static ForeignRegistry fresh(String name, SigningKey key) {
        return new ForeignRegistry(name, key, Collections.emptyList());
    }

    public String name() {
        return name;
    }

    public SigningKey key() {
        return key;
    }

    public int ranges() {
        return imported.size();
    }

    /** How this registry's devices are named here, so that they are never taken for our own. */
    public String devicePrefix() {
        return name + "~";
    }

    /** The registry with serials {@code [fromWh, toWh)} of a device imported; absent when one of them was before. */
    public Optional<ForeignRegistry> importing(String deviceId, long fromWh, long toWh) {
        Range added = new Range(deviceId, fromWh, toWh);
        List<Range> more = new ArrayList<>(imported.size() + 1);
        for (Range range : imported) {
            if (range.overlaps(added)) {
                return Optional.empty();
            }
            if (range.touches(added)) {
                added = range.joined(added);
            } else {
                more.add(range);
            }
        }
        more.add(added);
        Collections.sort(more);
        return Optional.of(new ForeignRegistry(name, key, more));
    }

    public boolean isFull() {
        return imported.size() == RANGES_MAX;
    }

    public byte[] encode() {
        CanonicalWriter out =
                new CanonicalWriter(TAG).text(name).bytes(key.encoded()).i32(imported.size());
        imported.forEach(range -> out.text(range.deviceId).i64(range.fromWh).i64(range.toWh));
        return out.toBytes();
    }

    public static ForeignRegistry decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        String name = in.text("name");
        SigningKey key = SigningKey.of(in.bytes("key"));
        int count = in.count("ranges", RANGES_MAX);
        List<Range> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(new Range(in.text("deviceId"), in.i64("from"), in.i64("to")));
        }
        in.end();
        return new ForeignRegistry(name, key, ranges);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForeignRegistry && Arrays.equals(encode(), ((ForeignRegistry) other).encode());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Serials of one device, half-open. */
    private static final class Range implements Comparable<Range> {
        private final String deviceId;
        private final long fromWh;
        private final long toWh;

        Range(String deviceId, long fromWh, long toWh) {
            if (fromWh < 0 || toWh <= fromWh) {
                throw new IllegalArgumentException("range: " + fromWh + "-" + toWh + " holds nothing");
            }
            this.deviceId = deviceId;
            this.fromWh = fromWh;
            this.toWh = toWh;
        }

        boolean overlaps(Range other) {
            return deviceId.equals(other.deviceId) && fromWh < other.toWh && other.fromWh < toWh;
        }

        boolean touches(Range other) {
            return deviceId.equals(other.deviceId) && (toWh == other.fromWh || other.toWh == fromWh);
        }

        Range joined(Range other) {
            return new Range(deviceId, Math.min(fromWh, other.fromWh), Math.max(toWh, other.toWh));
        }

        boolean isBefore(Range next) {
            return compareTo(next) < 0 && !overlaps(next) && !touches(next);
        }

        @Override
        public int compareTo(Range other) {
            int byDevice = deviceId.compareTo(other.deviceId);
            return byDevice == 0 ? Long.compare(fromWh, other.fromWh) : byDevice;
        }
    }
}
