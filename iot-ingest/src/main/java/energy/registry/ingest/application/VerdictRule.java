package energy.registry.ingest.application;

/** Why a verdict is not accepted. */
public enum VerdictRule {
    VERDICT_MALFORMED("Capture and verdict are in canonical form."),
    DEVICE_UNKNOWN("A verdict names a registered device."),
    CAPTURE_MISMATCH("A verdict speaks of the capture that comes with it."),
    CAMERA_UNKNOWN("A capture comes from a registered camera of the device."),
    CAPTURE_SIGNATURE_INVALID("A capture is signed with its camera's key."),
    VERDICT_SIGNATURE_INVALID("A verdict is signed with a registered verifier's key.");

    private final String sentence;

    VerdictRule(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
