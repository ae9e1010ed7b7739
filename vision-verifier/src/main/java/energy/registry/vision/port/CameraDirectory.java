package energy.registry.vision.port;

import energy.registry.domain.device.ProductionDevice;
import java.util.Optional;

/** The registered cameras. */
public interface CameraDirectory {
    /** The device that a camera is registered with. */
    Optional<ProductionDevice> deviceOf(String cameraId);
}
