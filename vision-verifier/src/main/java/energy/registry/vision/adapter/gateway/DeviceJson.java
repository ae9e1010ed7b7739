package energy.registry.vision.adapter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import energy.registry.domain.identity.SigningKey;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A device as the ledger gateway writes it. */
final class DeviceJson {
    private static final int MICRO = 6;

    private DeviceJson() {}

    static ProductionDevice read(JsonNode json) {
        List<Camera> cameras = new ArrayList<>();
        json.path("cameras").forEach(c -> cameras.add(new Camera(text(c, "cameraId"), key(c.path("key")))));
        List<SigningKey> verifiers = new ArrayList<>();
        json.path("verifiers").forEach(v -> verifiers.add(key(v)));
        List<String> support = new ArrayList<>();
        json.path("support").forEach(s -> support.add(s.asText()));
        return ProductionDevice.builder()
                .deviceId(text(json, "deviceId"))
                .name(text(json, "name"))
                .owner(text(json, "owner"))
                .technology(Technology.valueOf(text(json, "technology")))
                .capacityW(json.path("capacityW").asLong())
                .country(text(json, "country"))
                .zone(text(json, "zone"))
                .region(json.path("region").asText(""))
                .location(micro(json.path("latitude")), micro(json.path("longitude")))
                .operationalSinceEpochDay(
                        LocalDate.parse(text(json, "operationalSince")).toEpochDay())
                .meteringPointId(text(json, "meteringPointId"))
                .meter(
                        text(json, "meterId"),
                        text(json, "meterSerial"),
                        text(json, "meterMaker"),
                        key(json.path("meterKey")))
                .intervalSeconds(json.path("intervalSeconds").asInt())
                .cameras(CameraPolicy.valueOf(text(json, "cameraPolicy")), cameras)
                .verifiers(verifiers, json.path("quorum").asInt())
                .support(support)
                .emissionFactorGramsPerKwh(
                        json.path("emissionFactorGramsPerKwh").asInt())
                .rotor(json.path("rotor").isObject() ? rotor(json.path("rotor")) : null)
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

    private static String text(JsonNode json, String field) {
        if (!json.path(field).isTextual()) {
            throw new IllegalArgumentException("device field '" + field + "' is missing");
        }
        return json.path(field).asText();
    }

    private static SigningKey key(JsonNode base64) {
        return SigningKey.of(Base64.getDecoder().decode(base64.asText()));
    }

    private static int micro(JsonNode degrees) {
        return degrees.decimalValue()
                .movePointRight(MICRO)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
