package energy.registry.domain.device;

import energy.registry.domain.identity.SigningKey;

/** A camera that looks at a device, with the key it signs its clips with. */
public final class Camera {
    private final String cameraId;
    private final SigningKey key;

    public Camera(String cameraId, SigningKey key) {
        this.cameraId = cameraId;
        this.key = key;
    }

    public String cameraId() {
        return cameraId;
    }

    public SigningKey key() {
        return key;
    }
}
