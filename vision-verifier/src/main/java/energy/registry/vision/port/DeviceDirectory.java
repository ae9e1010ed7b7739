package energy.registry.vision.port;

import energy.registry.domain.device.ProductionDevice;
import java.util.Optional;

/** The registered devices. */
public interface DeviceDirectory {
    Optional<ProductionDevice> device(String deviceId);
}
