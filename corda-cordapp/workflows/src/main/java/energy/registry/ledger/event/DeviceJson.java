package energy.registry.ledger.event;

import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.identity.SigningKey;
import java.time.Instant;
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
        profile(json, device.profile());
        standing(json, device.standing());
        return device.rotor() == null ? json : json.object("rotor", of(device.rotor()));
    }

    private static void profile(Json json, DeviceProfile profile) {
        json.text("postcode", profile.postcode())
                .text("city", profile.city())
                .texts(
                        "repowered",
                        profile.repoweredEpochDays().stream()
                                .map(DeviceJson::day)
                                .collect(Collectors.toList()))
                .text("measurement", profile.measurement().name())
                .number("configuration", profile.configuration())
                .objects(
                        "labels",
                        profile.labels().stream()
                                .map(label -> new Json()
                                        .text("code", label.code())
                                        .text("goodThrough", day(label.goodThroughEpochDay())))
                                .collect(Collectors.toList()))
                .text("emissionFactorSource", profile.emissionFactorSource())
                .truth("disclosureUsable", profile.disclosureUsable())
                .text("legalStatus", profile.legalStatus());
    }

    private static void standing(Json json, DeviceStanding standing) {
        json.objects(
                        "otherMeters",
                        standing.otherMeters().stream()
                                .map(meter -> new Json()
                                        .text("role", meter.role().name())
                                        .text("meterId", meter.meterId())
                                        .text("serial", meter.serial())
                                        .text("maker", meter.maker()))
                                .collect(Collectors.toList()))
                .objects(
                        "supportPeriods",
                        standing.supportPeriods().stream().map(DeviceJson::of).collect(Collectors.toList()))
                .objects(
                        "otherRegistrations",
                        standing.otherRegistrations().stream()
                                .map(DeviceJson::of)
                                .collect(Collectors.toList()));
    }

    private static Json of(SupportPeriod period) {
        Json json = new Json()
                .text("scheme", period.scheme())
                .text("kind", period.kind().name())
                .text("effect", period.effect().name())
                .text("start", at(period.startEpochSecond()));
        return period.endEpochSecond() == SupportPeriod.OPEN ? json : json.text("end", at(period.endEpochSecond()));
    }

    private static Json of(OtherRegistration registration) {
        Json json = new Json()
                .text("registry", registration.registry())
                .text("key", base64(registration.key()))
                .text("start", at(registration.startEpochSecond()));
        return registration.isOpen()
                ? json
                : json.text("end", at(registration.endEpochSecond()))
                        .text("release", Base64.getEncoder().encodeToString(registration.release()));
    }

    private static String day(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static String at(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
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
