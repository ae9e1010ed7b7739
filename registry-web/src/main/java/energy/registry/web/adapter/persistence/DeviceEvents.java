package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import jakarta.persistence.EntityManager;

/** A device's registration, and what changed of it since. */
final class DeviceEvents {
    private DeviceEvents() {}

    static void register(EntityManager entities, LedgerEvent event, Facts facts) {
        Facts given = facts.part("device");
        DeviceEntity device = new DeviceEntity();
        device.deviceId = given.text("deviceId");
        device.txId = event.txId();
        device.registeredAt = event.at();
        stand(device, facts);
        entities.merge(device);
    }

    /** Status, record, owner or meter; transaction and day of registration stay. */
    static void change(EntityManager entities, LedgerEvent event, Facts facts) {
        String id = facts.part("device").text("deviceId");
        DeviceEntity device = entities.find(DeviceEntity.class, id);
        if (device == null) {
            register(entities, event, facts);
        } else {
            stand(device, facts);
        }
    }

    private static void stand(DeviceEntity device, Facts facts) {
        Facts given = facts.part("device");
        device.status = facts.textOr("status", "APPROVED");
        device.deviceDigest = facts.textOr("deviceDigest", "");
        device.attestationDue = facts.instantOrNull("attestationDue");
        describe(device, given);
        place(device, given);
        measure(device, given);
    }

    private static void describe(DeviceEntity device, Facts given) {
        device.name = given.text("name");
        device.owner = given.text("owner");
        device.technology = given.text("technology");
        device.capacityW = given.number("capacityW");
        device.operationalSince = given.dateOrNull("operationalSince");
        device.support = Words.join(given.texts("support"));
        device.emissionGramsKwh = given.numberOr("emissionFactorGramsPerKwh", 0);
    }

    private static void place(DeviceEntity device, Facts given) {
        device.country = given.text("country");
        device.zone = given.textOr("zone", "");
        device.region = given.textOr("region", "");
        device.latitude = given.decimal("latitude");
        device.longitude = given.decimal("longitude");
    }

    private static void measure(DeviceEntity device, Facts given) {
        device.meteringPointId = given.textOr("meteringPointId", "");
        device.meterId = given.textOr("meterId", "");
        device.meterSerial = given.textOr("meterSerial", "");
        device.meterMaker = given.textOr("meterMaker", "");
        device.intervalSeconds = Math.toIntExact(given.numberOr("intervalSeconds", 0));
        device.cameraPolicy = given.textOr("cameraPolicy", "");
        device.cameraIds = Words.join(given.parts("cameras").stream()
                .map(camera -> camera.text("cameraId"))
                .toList());
    }
}
