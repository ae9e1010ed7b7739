package energy.registry.ops.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A device as JSON of the wire. Verifiers and quorum are left out: the gateway fills in the registry's own, which a
 * device does not know.
 */
final class DeviceCard {
    private static final int MICRO_DIGITS = 6;

    private DeviceCard() {}

    static ObjectNode of(ProductionDevice device) {
        ObjectNode card = Json.object()
                .put("deviceId", device.deviceId())
                .put("name", device.name())
                .put("owner", device.owner())
                .put("technology", device.technology().name())
                .put("capacityW", device.capacityW())
                .put("country", device.country())
                .put("zone", device.zone())
                .put("region", device.region())
                .put("latitude", BigDecimal.valueOf(device.latitudeMicroDegrees(), MICRO_DIGITS))
                .put("longitude", BigDecimal.valueOf(device.longitudeMicroDegrees(), MICRO_DIGITS))
                .put(
                        "operationalSince",
                        LocalDate.ofEpochDay(device.operationalSinceEpochDay()).toString())
                .put("meteringPointId", device.meteringPointId())
                .put("meterId", device.meterId())
                .put("meterSerial", device.meterSerial())
                .put("meterMaker", device.meterMaker())
                .put("meterKey", Json.base(device.meterKey().encoded()))
                .put("intervalSeconds", device.intervalSeconds())
                .put("cameraPolicy", device.cameraPolicy().name())
                .put("emissionFactorGramsPerKwh", device.emissionFactorGramsPerKwh());
        ArrayNode support = card.putArray("support");
        device.support().forEach(support::add);
        ArrayNode cameras = card.putArray("cameras");
        for (Camera camera : device.cameras()) {
            cameras.addObject()
                    .put("cameraId", camera.cameraId())
                    .put("key", Json.base(camera.key().encoded()));
        }
        if (device.rotor() != null) {
            card.set("rotor", rotor(device.rotor()));
        }
        return card;
    }

    private static ObjectNode rotor(Rotor rotor) {
        ObjectNode card = Json.object()
                .put("blades", rotor.blades())
                .put("minMilliRpm", rotor.minMilliRpm())
                .put("maxMilliRpm", rotor.maxMilliRpm())
                .put("clockwise", rotor.clockwise());
        ArrayNode curve = card.putArray("curve");
        for (CurvePoint point : rotor.curve()) {
            curve.addObject()
                    .put("milliRpm", point.milliRpm())
                    .put("minW", point.minW())
                    .put("maxW", point.maxW());
        }
        return card;
    }
}
