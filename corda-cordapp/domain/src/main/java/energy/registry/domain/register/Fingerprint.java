package energy.registry.domain.register;

import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.OtherMeter;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may occur only once among all devices. Each kind of identity has its own prints; spelling does not make another
 * identity: case, spaces and punctuation are left out, and leading zeros of a serial number.
 */
public final class Fingerprint {
    public static final String TAG = "REC-FINGERPRINT-2";

    /** Side of a square on the map that counts as one place: a thousandth of a degree, at most 111 m. */
    public static final int PLACE_MICRO_DEGREES = 1_000;

    private final String kind;
    private final Digest digest;

    private Fingerprint(String kind, String... values) {
        CanonicalWriter out = new CanonicalWriter(TAG).text(kind);
        for (String value : values) {
            out.text(value);
        }
        this.kind = kind;
        this.digest = Digest.sha(out.toBytes());
    }

    /** What the print is of, for a refusal. */
    public String kind() {
        return kind;
    }

    public Digest digest() {
        return digest;
    }

    /**
     * The strong prints of a device in fixed order: its id, metering point, meter id, meter by serial and maker, meter
     * key, then id and serial of each other meter, then id and key of each camera.
     */
    public static List<Fingerprint> of(ProductionDevice device) {
        List<Fingerprint> prints = new ArrayList<>();
        prints.add(new Fingerprint("device", plain(device.deviceId())));
        prints.add(new Fingerprint("metering-point", plain(device.meteringPointId())));
        prints.add(meter(device.meterId()));
        prints.add(serial(device.meterMaker(), device.meterSerial()));
        prints.add(key(device.meterKey()));
        for (OtherMeter other : device.standing().otherMeters()) {
            prints.add(meter(other.meterId()));
            prints.add(serial(other.maker(), other.serial()));
        }
        for (Camera camera : device.cameras()) {
            prints.add(new Fingerprint("camera", plain(camera.cameraId())));
            prints.add(key(camera.key()));
        }
        return Collections.unmodifiableList(prints);
    }

    /** The prints of a point of consumption: its name, its meter and its meter's key, which no device may have. */
    public static List<Fingerprint> of(ConsumptionPoint point) {
        return Collections.unmodifiableList(Arrays.asList(
                new Fingerprint("consumption-point", plain(point.pointId())),
                meter(point.meterId()),
                key(point.meterKey())));
    }

    /** The weak print: technology and place. Several devices may share it with the regulator's consent. */
    public static Fingerprint placeOf(ProductionDevice device) {
        return new Fingerprint(
                "place",
                device.technology().name(),
                square(device.latitudeMicroDegrees()),
                square(device.longitudeMicroDegrees()));
    }

    /** The prints that {@code after} has and {@code before} has not. */
    public static List<Fingerprint> added(ProductionDevice before, ProductionDevice after) {
        Set<Digest> known = of(before).stream().map(Fingerprint::digest).collect(Collectors.toCollection(HashSet::new));
        return of(after).stream()
                .filter(print -> !known.contains(print.digest()))
                .collect(Collectors.toList());
    }

    private static Fingerprint meter(String meterId) {
        return new Fingerprint("meter", plain(meterId));
    }

    private static Fingerprint serial(String maker, String serial) {
        String number = plain(serial).replaceFirst("^0+(?=.)", "");
        return new Fingerprint("meter-serial", plain(maker), number);
    }

    /** Meters and cameras have different keys, whichever of them a key was registered for. */
    private static Fingerprint key(SigningKey key) {
        return new Fingerprint("key", key.id().toString());
    }

    private static String square(int microDegrees) {
        return Integer.toString(Math.floorDiv(microDegrees, PLACE_MICRO_DEGREES));
    }

    /** Letters and digits in capitals, in one Unicode form; an id of neither stays as it is. */
    private static String plain(String spelled) {
        String folded = Normalizer.normalize(spelled, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String bare = folded.replaceAll("[^\\p{L}\\p{N}]", "");
        return bare.isEmpty() ? folded : bare;
    }
}
