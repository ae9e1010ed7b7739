package energy.registry.ingest.port;

import energy.registry.domain.device.ProductionDevice;
import java.util.Optional;

/** The devices that stand on the ledger, in their current version. */
public interface DeviceDirectory {
    Optional<ProductionDevice> byMeter(String meterId);

    Optional<ProductionDevice> byId(String deviceId);
}
