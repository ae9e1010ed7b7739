package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;

/** What another registry signs when a device leaves it: from this second on it issues nothing for the device. */
public final class Deregistration {
    public static final String TAG = "REC-DEREGISTRATION-1";

    private final String registry;
    private final String deviceId;
    private final long effectiveEpochSecond;

    /** @param deviceId the device's id in this registry */
    public Deregistration(String registry, String deviceId, long effectiveEpochSecond) {
        this.registry = registry;
        this.deviceId = deviceId;
        this.effectiveEpochSecond = effectiveEpochSecond;
    }

    public String registry() {
        return registry;
    }

    public String deviceId() {
        return deviceId;
    }

    public long effectiveEpochSecond() {
        return effectiveEpochSecond;
    }

    public byte[] encode() {
        return new CanonicalWriter(TAG)
                .text(registry)
                .text(deviceId)
                .i64(effectiveEpochSecond)
                .toBytes();
    }

    public static Deregistration decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        Deregistration read = new Deregistration(in.text("registry"), in.text("deviceId"), in.i64("effective"));
        in.end();
        return read;
    }
}
