package energy.registry.domain.evidence;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One sample inside an interval: the export register in Wh and the mean power in W over the time since the previous
 * sample, with witness values (rotor speed, wind, irradiance) in thousandths of the unit that their name ends with.
 */
public final class Reading {
    public static final String TAG = "REC-READING-1";

    /** A sample carries a handful of witnesses; 32 leaves room and bounds the parse. */
    public static final int WITNESSES_MAX = 32;

    private final long epochSecond;
    private final long registerWh;
    private final long powerW;
    private final SortedMap<String, Long> witnesses;

    /**
     * @param epochSecond the meter's clock at the sample, UTC
     * @param registerWh cumulative export register, Wh
     * @param powerW mean active power since the previous sample, W; negative when the plant draws
     * @param witnesses values by name in thousandths, for example {@code rotor_rpm} 7814 for 7.814 rpm
     */
    public Reading(long epochSecond, long registerWh, long powerW, Map<String, Long> witnesses) {
        if (witnesses.size() > WITNESSES_MAX) {
            throw new IllegalArgumentException("a reading has at most " + WITNESSES_MAX + " witnesses");
        }
        this.epochSecond = epochSecond;
        this.registerWh = registerWh;
        this.powerW = powerW;
        this.witnesses = Collections.unmodifiableSortedMap(new TreeMap<>(witnesses));
    }

    public long epochSecond() {
        return epochSecond;
    }

    public long registerWh() {
        return registerWh;
    }

    public long powerW() {
        return powerW;
    }

    public SortedMap<String, Long> witnesses() {
        return witnesses;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .i64(epochSecond)
                .i64(registerWh)
                .i64(powerW)
                .i32(witnesses.size());
        witnesses.forEach((name, value) -> out.text(name).i64(value));
        return out.toBytes();
    }

    public static Reading decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        long epochSecond = in.i64("epochSecond");
        long registerWh = in.i64("registerWh");
        long powerW = in.i64("powerW");
        SortedMap<String, Long> witnesses = new TreeMap<>();
        int count = in.count("witnesses", WITNESSES_MAX);
        for (int i = 0; i < count; i++) {
            witnesses.put(in.text("witness"), in.i64("value"));
        }
        in.end();
        return new Reading(epochSecond, registerWh, powerW, witnesses);
    }
}
