package energy.registry.ingest.port;

import energy.registry.domain.device.ProductionDevice;
import java.time.Instant;
import java.util.Optional;

/** The devices that stand on the ledger, in their current version. */
public interface DeviceDirectory {
    Optional<ProductionDevice> byMeter(String meterId);

    Optional<ProductionDevice> byId(String deviceId);

    /** The version that holds for a measurement at that time. */
    Optional<ProductionDevice> byMeter(String meterId, Instant measured);

    /** The version that holds for a measurement at that time. */
    Optional<ProductionDevice> byId(String deviceId, Instant measured);
}
