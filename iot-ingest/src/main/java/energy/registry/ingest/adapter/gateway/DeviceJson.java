package energy.registry.ingest.adapter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.identity.SigningKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A device in the wire's JSON, read into the kernel's record. */
final class DeviceJson {
    private static final int MICRO_DIGITS = 6;

    private DeviceJson() {}

    static ProductionDevice read(JsonNode json) {
        return ProductionDevice.builder()
                .deviceId(text(json, "deviceId"))
                .name(text(json, "name"))
                .owner(text(json, "owner"))
                .technology(Technology.valueOf(text(json, "technology")))
                .capacityW(json.path("capacityW").asLong())
                .country(text(json, "country"))
                .zone(text(json, "zone"))
                .region(json.path("region").asText(""))
                .location(microDegrees(json, "latitude"), microDegrees(json, "longitude"))
                .operationalSinceEpochDay(
                        LocalDate.parse(text(json, "operationalSince")).toEpochDay())
                .meteringPointId(text(json, "meteringPointId"))
                .meter(
                        text(json, "meterId"),
                        text(json, "meterSerial"),
                        text(json, "meterMaker"),
                        key(json.path("meterKey")))
                .intervalSeconds(json.path("intervalSeconds").asInt())
                .cameras(CameraPolicy.valueOf(json.path("cameraPolicy").asText("NONE")), cameras(json))
                .verifiers(keys(json.path("verifiers")), json.path("quorum").asInt())
                .support(texts(json.path("support")))
                .emissionFactorGramsPerKwh(
                        json.path("emissionFactorGramsPerKwh").asInt())
                .rotor(json.hasNonNull("rotor") ? rotor(json.path("rotor")) : null)
                .build();
    }

    private static Rotor rotor(JsonNode json) {
        List<CurvePoint> curve = new ArrayList<>();
        json.path("curve")
                .forEach(point -> curve.add(new CurvePoint(
                        point.path("milliRpm").asLong(),
                        point.path("minW").asLong(),
                        point.path("maxW").asLong())));
        return new Rotor(
                json.path("blades").asInt(),
                json.path("minMilliRpm").asLong(),
                json.path("maxMilliRpm").asLong(),
                json.path("clockwise").asBoolean(),
                curve);
    }

    private static List<Camera> cameras(JsonNode json) {
        List<Camera> cameras = new ArrayList<>();
        json.path("cameras")
                .forEach(camera -> cameras.add(new Camera(text(camera, "cameraId"), key(camera.path("key")))));
        return cameras;
    }

    private static List<SigningKey> keys(JsonNode json) {
        List<SigningKey> keys = new ArrayList<>();
        json.forEach(key -> keys.add(key(key)));
        return keys;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static SigningKey key(JsonNode json) {
        return SigningKey.of(Base64.getDecoder().decode(json.asText()));
    }

    private static int microDegrees(JsonNode json, String field) {
        return new BigDecimal(json.path(field).asText("0"))
                .movePointRight(MICRO_DIGITS)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .intValueExact();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("device." + field + " is missing");
        }
        return value.asText();
    }
}
