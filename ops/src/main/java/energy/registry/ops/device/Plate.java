package energy.registry.ops.device;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import java.time.LocalDate;
import java.util.List;

/**
 * What is written on a plant before its keys exist: everything of its registration that a person knows.
 *
 * @param latitude WGS84, millionths of a degree
 * @param longitude WGS84, millionths of a degree
 * @param cameraId empty for a plant without a camera
 * @param rotor null for a plant without one
 */
public record Plate(
        String deviceId,
        String name,
        String owner,
        Technology technology,
        long capacityW,
        String country,
        String zone,
        String region,
        int latitude,
        int longitude,
        LocalDate operationalSince,
        String meteringPointId,
        String meterId,
        String meterSerial,
        String meterMaker,
        int intervalSeconds,
        String cameraId,
        Rotor rotor) {

    public boolean hasCamera() {
        return !cameraId.isEmpty();
    }

    /** The device as it is to be registered; its verifiers are the registry's matter and replaced there. */
    public ProductionDevice with(DeviceKey meter, List<Camera> cameras) {
        return ProductionDevice.builder()
                .deviceId(deviceId)
                .name(name)
                .owner(owner)
                .technology(technology)
                .capacityW(capacityW)
                .country(country)
                .zone(zone)
                .region(region)
                .location(latitude, longitude)
                .operationalSinceEpochDay(operationalSince.toEpochDay())
                .meteringPointId(meteringPointId)
                .meter(meterId, meterSerial, meterMaker, meter.open())
                .intervalSeconds(intervalSeconds)
                .cameras(cameras.isEmpty() ? CameraPolicy.NONE : CameraPolicy.REQUIRED, cameras)
                .verifiers(List.of(meter.open()), 1)
                .rotor(rotor)
                .build();
    }
}
