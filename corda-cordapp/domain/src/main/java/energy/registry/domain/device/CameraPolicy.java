package energy.registry.domain.device;

/** What a device's claims need from its camera. Written as ordinal: append only. */
public enum CameraPolicy {
    /** No claim is issued without a verdict that supports the metered energy. */
    REQUIRED,
    /** A verdict that contradicts holds the claim; a missing one does not. */
    ADVISORY,
    /** The device has no camera. */
    NONE
}
