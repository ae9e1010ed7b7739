package energy.registry.domain.register;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What may occur only once among all devices: each kind of identity of a device or account has its own fingerprint. */
public final class Fingerprint {
    public static final String TAG = "REC-FINGERPRINT-1";

    /** What each fingerprint is of, in the order of {@link #of}. */
    public static final List<String> KINDS = Collections.unmodifiableList(
            Arrays.asList("device", "metering-point", "meter", "meter-serial", "meter-key"));

    private Fingerprint() {}

    /** The strong identities of a device, in fixed order: its id, metering point, meter id, meter by serial, meter key. */
    public static List<Digest> of(ProductionDevice device) {
        return Collections.unmodifiableList(Arrays.asList(
                print("device", device.deviceId()),
                print("metering-point", device.meteringPointId()),
                print("meter", device.meterId()),
                print("meter-serial", device.meterMaker(), device.meterSerial()),
                print("meter-key", device.meterKey().id().toString())));
    }

    private static Digest print(String kind, String... values) {
        CanonicalWriter out = new CanonicalWriter(TAG).text(kind);
        for (String value : values) {
            out.text(value);
        }
        return Digest.sha(out.toBytes());
    }
}
