package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.List;

/** Canonical bytes of a {@link ProductionDevice}, field by field in the order of its accessors. */
final class DeviceEncoding {
    private DeviceEncoding() {}

    static byte[] write(ProductionDevice device) {
        CanonicalWriter out = new CanonicalWriter(ProductionDevice.TAG)
                .text(device.deviceId())
                .text(device.name())
                .text(device.owner())
                .u8(device.technology().ordinal())
                .i64(device.capacityW())
                .text(device.country())
                .text(device.zone())
                .text(device.region())
                .i32(device.latitudeMicroDegrees())
                .i32(device.longitudeMicroDegrees())
                .i64(device.operationalSinceEpochDay())
                .text(device.meteringPointId())
                .text(device.meterId())
                .text(device.meterSerial())
                .text(device.meterMaker())
                .bytes(device.meterKey().encoded())
                .i32(device.intervalSeconds())
                .u8(device.cameraPolicy().ordinal())
                .i32(device.cameras().size());
        device.cameras().forEach(camera -> out.text(camera.cameraId())
                .bytes(camera.key().encoded()));
        out.i32(device.verifiers().size());
        device.verifiers().forEach(key -> out.bytes(key.encoded()));
        out.i32(device.quorum()).i32(device.support().size());
        device.support().forEach(out::text);
        out.i32(device.emissionFactorGramsPerKwh()).u8(device.rotor() == null ? 0 : 1);
        if (device.rotor() != null) {
            writeRotor(out, device.rotor());
        }
        return out.bytes(device.profile().encode())
                .bytes(device.standing().encode())
                .toBytes();
    }

    private static void writeRotor(CanonicalWriter out, Rotor rotor) {
        out.i32(rotor.blades())
                .i64(rotor.minMilliRpm())
                .i64(rotor.maxMilliRpm())
                .u8(rotor.clockwise() ? 1 : 0)
                .i32(rotor.curve().size());
        rotor.curve()
                .forEach(point -> out.i64(point.milliRpm()).i64(point.minW()).i64(point.maxW()));
    }

    static ProductionDevice read(byte[] record) {
        CanonicalReader in = new CanonicalReader(ProductionDevice.TAG, record);
        ProductionDevice.Builder device = ProductionDevice.builder()
                .deviceId(in.text("deviceId"))
                .name(in.text("name"))
                .owner(in.text("owner"))
                .technology(in.choice("technology", Technology.values()))
                .capacityW(in.i64("capacityW"))
                .country(in.text("country"))
                .zone(in.text("zone"))
                .region(in.text("region"))
                .location(in.i32("latitude"), in.i32("longitude"))
                .operationalSinceEpochDay(in.i64("operationalSince"))
                .meteringPointId(in.text("meteringPointId"))
                .meter(
                        in.text("meterId"),
                        in.text("meterSerial"),
                        in.text("meterMaker"),
                        SigningKey.of(in.bytes("meterKey")))
                .intervalSeconds(in.i32("intervalSeconds"));
        CameraPolicy policy = in.choice("cameraPolicy", CameraPolicy.values());
        List<Camera> cameras = new ArrayList<>();
        int cameraCount = in.count("cameras", ProductionDevice.LIST_MAX);
        for (int i = 0; i < cameraCount; i++) {
            cameras.add(new Camera(in.text("cameraId"), SigningKey.of(in.bytes("cameraKey"))));
        }
        List<SigningKey> verifiers = new ArrayList<>();
        int verifierCount = in.count("verifiers", ProductionDevice.LIST_MAX);
        for (int i = 0; i < verifierCount; i++) {
            verifiers.add(SigningKey.of(in.bytes("verifier")));
        }
        int quorum = in.i32("quorum");
        List<String> support = new ArrayList<>();
        int supportCount = in.count("support", ProductionDevice.LIST_MAX);
        for (int i = 0; i < supportCount; i++) {
            support.add(in.text("support"));
        }
        device.cameras(policy, cameras)
                .verifiers(verifiers, quorum)
                .support(support)
                .emissionFactorGramsPerKwh(in.i32("emissionFactor"))
                .rotor(in.flag("hasRotor") ? readRotor(in) : null)
                .profile(DeviceProfile.decode(in.bytes("profile")))
                .standing(DeviceStanding.decode(in.bytes("standing")));
        in.end();
        return device.build();
    }

    private static Rotor readRotor(CanonicalReader in) {
        int blades = in.i32("blades");
        long min = in.i64("minMilliRpm");
        long max = in.i64("maxMilliRpm");
        boolean clockwise = in.flag("clockwise");
        int points = in.count("curve", Rotor.CURVE_POINTS_MAX);
        List<CurvePoint> curve = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            curve.add(new CurvePoint(in.i64("milliRpm"), in.i64("minW"), in.i64("maxW")));
        }
        return new Rotor(blades, min, max, clockwise, curve);
    }
}
