package energy.registry.ingest.adapter.sparkplug;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A Sparkplug B payload, as far as energy needs it: numbers with their names or aliases (field numbers of the
 * specification's protocol definition). Strings, data sets and templates are passed over.
 *
 * @param seq 0 to 255, or -1 where there is none
 */
record SparkplugPayload(long timestamp, long seq, List<Metric> metrics) {
    /** Metrics of a large node's birth. */
    private static final int METRICS_MAX = 10_000;

    private static final int NAME_BYTES_MAX = 256;
    private static final int TYPE_INT32 = 3;
    private static final int TYPE_INT64 = 4;

    /**
     * @param name empty where only the alias is given
     * @param alias or -1
     * @param timestamp milliseconds, or 0
     * @param value null where it is null, or no number
     */
    record Metric(String name, long alias, long timestamp, boolean historical, BigDecimal value, boolean flag) {}

    /** @throws IllegalArgumentException when it is no such payload */
    static SparkplugPayload read(byte[] bytes) {
        ProtoReader in = new ProtoReader(bytes, 0, bytes.length);
        long timestamp = 0;
        long seq = -1;
        List<Metric> metrics = new ArrayList<>();
        while (in.next()) {
            if (in.field() == 1 && in.kind() == ProtoReader.VARINT) {
                timestamp = in.varint();
            } else if (in.field() == 2 && in.kind() == ProtoReader.LENGTH) {
                if (metrics.size() >= METRICS_MAX) {
                    throw new IllegalArgumentException("a payload has at most " + METRICS_MAX + " metrics");
                }
                metrics.add(metric(in.message()));
            } else if (in.field() == 3 && in.kind() == ProtoReader.VARINT) {
                seq = in.varint();
            } else {
                in.skip();
            }
        }
        return new SparkplugPayload(timestamp, seq, List.copyOf(metrics));
    }

    private static Metric metric(ProtoReader in) {
        String name = "";
        long alias = -1;
        long timestamp = 0;
        int type = 0;
        boolean historical = false;
        boolean isNull = false;
        boolean flag = false;
        BigDecimal value = null;
        Long whole = null;
        while (in.next()) {
            switch (in.field() << 3 | in.kind()) {
                case 1 << 3 | ProtoReader.LENGTH -> name = in.text(NAME_BYTES_MAX);
                case 2 << 3 -> alias = in.varint();
                case 3 << 3 -> timestamp = in.varint();
                case 4 << 3 -> type = (int) in.varint();
                case 5 << 3 -> historical = in.varint() != 0;
                case 7 << 3 -> isNull = in.varint() != 0;
                case 10 << 3, 11 << 3 -> whole = in.varint();
                case 12 << 3 | ProtoReader.FIXED_32 -> value = decimal(Float.intBitsToFloat((int) in.fixed(4)));
                case 13 << 3 | ProtoReader.FIXED_64 -> value = decimal(Double.longBitsToDouble(in.fixed(8)));
                case 14 << 3 -> flag = in.varint() != 0;
                default -> in.skip();
            }
        }
        if (whole != null) {
            value = whole(whole, type);
        }
        return new Metric(name, alias, timestamp, historical, isNull ? null : value, flag);
    }

    /** Signed types come in unsigned fields, in two's complement. */
    private static BigDecimal whole(long bits, int type) {
        if (type > 0 && type <= TYPE_INT32) {
            return BigDecimal.valueOf((int) bits);
        }
        return type == TYPE_INT64 || bits >= 0 ? BigDecimal.valueOf(bits) : new BigDecimal(Long.toUnsignedString(bits));
    }

    private static BigDecimal decimal(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }
}
