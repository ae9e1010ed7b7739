package energy.registry.ledger.gateway.device;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ledger.gateway.http.BadRequest;
import energy.registry.ledger.gateway.http.Fields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads a device from JSON; verifiers and quorum are this registry's own where the JSON names none. */
public final class DeviceJson {
    /** Ids and names of devices, meters and cameras, characters. */
    static final int NAME_MAX = 128;

    /** Decimal places of a degree that the ledger keeps: about a hand's breadth. */
    private static final int DEGREE_DECIMALS = 6;

    private final VerifierKeys keys;

    public DeviceJson(VerifierKeys keys) {
        this.keys = keys;
    }

    public ProductionDevice read(Fields in) {
        CameraPolicy policy = in.choice("cameraPolicy", CameraPolicy.values());
        ProductionDevice.Builder device = ProductionDevice.builder()
                .deviceId(in.text("deviceId", NAME_MAX))
                .name(in.text("name", NAME_MAX))
                .owner(in.text("owner", NAME_MAX))
                .technology(in.choice("technology", Technology.values()))
                .capacityW(in.whole("capacityW", 1, Long.MAX_VALUE))
                .country(in.text("country", 2))
                .zone(in.text("zone", NAME_MAX))
                .region(in.textOr("region", ""))
                .location(microDegrees(in, "latitude"), microDegrees(in, "longitude"))
                .operationalSinceEpochDay(day(in, "operationalSince"))
                .meteringPointId(in.text("meteringPointId", NAME_MAX))
                .meter(
                        in.text("meterId", NAME_MAX),
                        in.text("meterSerial", NAME_MAX),
                        in.text("meterMaker", NAME_MAX),
                        key(in, "meterKey"))
                .intervalSeconds((int) in.whole("intervalSeconds", 1, 86_400))
                .cameras(policy, cameras(in))
                .support(in.has("support") ? in.texts("support", ProductionDevice.LIST_MAX) : List.of())
                .emissionFactorGramsPerKwh((int) in.wholeOr("emissionFactorGramsPerKwh", 0, 0, Integer.MAX_VALUE))
                .rotor(in.has("rotor") ? rotor(in.object("rotor")) : null)
                .profile(ProfileJson.profile(in))
                .standing(ProfileJson.standing(in));
        return build(in, verifiers(device, in, policy));
    }

    private ProductionDevice.Builder verifiers(ProductionDevice.Builder device, Fields in, CameraPolicy policy) {
        if (in.has("verifiers")) {
            List<SigningKey> named = new ArrayList<>();
            for (String encoded : in.texts("verifiers", ProductionDevice.LIST_MAX)) {
                named.add(key(in, "verifiers", encoded));
            }
            return device.verifiers(named, (int) in.whole("quorum", 1, ProductionDevice.LIST_MAX));
        }
        try {
            return policy == CameraPolicy.REQUIRED
                    ? device.verifiers(List.of(keys.claims(), keys.vision()), 2)
                    : device.verifiers(List.of(keys.claims()), 1);
        } catch (IllegalArgumentException missing) {
            throw in.refuse("verifiers", "", missing.getMessage());
        }
    }

    /** The kernel's own checks are the law; their texts name the field. */
    private static ProductionDevice build(Fields in, ProductionDevice.Builder device) {
        try {
            return device.build();
        } catch (IllegalArgumentException refused) {
            String told = String.valueOf(refused.getMessage());
            int colon = told.indexOf(':');
            throw colon > 0
                    ? in.refuse(
                            told.substring(0, colon),
                            "",
                            told.substring(colon + 1).trim())
                    : in.refuse("device", "", told);
        }
    }

    private static List<Camera> cameras(Fields in) {
        List<Camera> cameras = new ArrayList<>();
        if (in.has("cameras")) {
            for (Fields camera : in.objects("cameras", ProductionDevice.LIST_MAX)) {
                cameras.add(new Camera(camera.text("cameraId", NAME_MAX), key(camera, "key")));
            }
        }
        return cameras;
    }

    private static Rotor rotor(Fields in) {
        List<CurvePoint> curve = new ArrayList<>();
        for (Fields point : in.objects("curve", Rotor.CURVE_POINTS_MAX)) {
            curve.add(curvePoint(point));
        }
        try {
            return new Rotor(
                    (int) in.whole("blades", 1, 12),
                    in.whole("minMilliRpm", 0, Integer.MAX_VALUE),
                    in.whole("maxMilliRpm", 1, Integer.MAX_VALUE),
                    in.flag("clockwise"),
                    curve);
        } catch (BadRequest named) {
            throw named;
        } catch (IllegalArgumentException refused) {
            throw in.refuse("curve", curve.size() + " points", refused.getMessage());
        }
    }

    private static CurvePoint curvePoint(Fields in) {
        long min = in.whole("minW", Long.MIN_VALUE, Long.MAX_VALUE);
        return new CurvePoint(in.whole("milliRpm", 0, Integer.MAX_VALUE), min, in.whole("maxW", min, Long.MAX_VALUE));
    }

    private static int microDegrees(Fields in, String name) {
        BigDecimal degrees = in.decimal(name);
        try {
            return degrees.movePointRight(DEGREE_DECIMALS).intValueExact();
        } catch (ArithmeticException tooFine) {
            throw in.refuse(name, degrees, "give degrees with at most " + DEGREE_DECIMALS + " decimals");
        }
    }

    static long day(Fields in, String name) {
        String given = in.text(name, NAME_MAX);
        try {
            return LocalDate.parse(given).toEpochDay();
        } catch (DateTimeException malformed) {
            throw in.refuse(name, given, "give a date such as 2019-05-01");
        }
    }

    static SigningKey key(Fields in, String name) {
        return key(in, name, in.text(name, SigningKey.ENCODED_BYTES_MAX * 2));
    }

    private static SigningKey key(Fields in, String name, String encoded) {
        try {
            return SigningKey.of(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException malformed) {
            throw in.refuse(name, encoded, "give a public key (SubjectPublicKeyInfo) in standard base64");
        }
    }
}
