package energy.registry.ops.audit;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every version of every device record that the regulator has recorded so far. */
final class Devices {
    /** Lists are never changed, so that others may read while the feed goes on. */
    private final Map<String, List<ProductionDevice>> versions = new ConcurrentHashMap<>();

    /** Takes a registration or a change in; other events say nothing of devices. */
    void learn(LedgerEvent event) throws UnreadableEvent {
        if (!event.type().equals("DeviceRegistered") && !event.type().equals("DeviceChanged")) {
            return;
        }
        try {
            byte[] record = Base64.getDecoder().decode(event.text("record"));
            ProductionDevice device = ProductionDevice.decode(record);
            if (!Digest.sha(record).toString().equals(event.text("deviceDigest"))) {
                throw new UnreadableEvent(event.seq(), "gives another record than its digest names");
            }
            List<ProductionDevice> all = new ArrayList<>(of(device.deviceId()));
            all.add(device);
            versions.put(device.deviceId(), List.copyOf(all));
        } catch (IllegalArgumentException noRecord) {
            throw new UnreadableEvent(event.seq(), "has no device record: " + noRecord.getMessage());
        }
    }

    /** The versions known now, oldest first; none for a device that was never registered. */
    List<ProductionDevice> of(String deviceId) {
        return versions.getOrDefault(deviceId, List.of());
    }
}
