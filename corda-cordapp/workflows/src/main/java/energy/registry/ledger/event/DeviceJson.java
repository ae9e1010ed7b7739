package energy.registry.ledger.event;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.identity.SigningKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.stream.Collectors;

/** A device's record in the JSON form that all modules share. */
final class DeviceJson {
    private DeviceJson() {}

    static Json of(ProductionDevice device) {
        Json json = new Json()
                .text("deviceId", device.deviceId())
                .text("name", device.name())
                .text("owner", device.owner())
                .text("technology", device.technology().name())
                .number("capacityW", device.capacityW())
                .text("country", device.country())
                .text("zone", device.zone())
                .text("region", device.region())
                .degrees("latitude", device.latitudeMicroDegrees())
                .degrees("longitude", device.longitudeMicroDegrees())
                .text(
                        "operationalSince",
                        LocalDate.ofEpochDay(device.operationalSinceEpochDay()).toString())
                .text("meteringPointId", device.meteringPointId())
                .text("meterId", device.meterId())
                .text("meterSerial", device.meterSerial())
                .text("meterMaker", device.meterMaker())
                .text("meterKey", base64(device.meterKey()))
                .number("intervalSeconds", device.intervalSeconds())
                .text("cameraPolicy", device.cameraPolicy().name())
                .objects(
                        "cameras",
                        device.cameras().stream()
                                .map(camera -> new Json()
                                        .text("cameraId", camera.cameraId())
                                        .text("key", base64(camera.key())))
                                .collect(Collectors.toList()))
                .texts(
                        "verifiers",
                        device.verifiers().stream().map(DeviceJson::base64).collect(Collectors.toList()))
                .number("quorum", device.quorum())
                .texts("support", device.support())
                .number("emissionFactorGramsPerKwh", device.emissionFactorGramsPerKwh());
        return device.rotor() == null ? json : json.object("rotor", of(device.rotor()));
    }

    private static Json of(Rotor rotor) {
        return new Json()
                .number("blades", rotor.blades())
                .number("minMilliRpm", rotor.minMilliRpm())
                .number("maxMilliRpm", rotor.maxMilliRpm())
                .truth("clockwise", rotor.clockwise())
                .objects(
                        "curve",
                        rotor.curve().stream()
                                .map(point -> new Json()
                                        .number("milliRpm", point.milliRpm())
                                        .number("minW", point.minW())
                                        .number("maxW", point.maxW()))
                                .collect(Collectors.toList()));
    }

    private static String base64(SigningKey key) {
        return Base64.getEncoder().encodeToString(key.encoded());
    }
}
