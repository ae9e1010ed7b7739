package energy.registry.vision.application;

/** Why a clip or a claim is turned away; the name is the code in problem documents. In order of precedence. */
public enum ClipRule {
    CAPTURE_MALFORMED(400, "The capture is not a signed clip record."),
    DEVICE_UNKNOWN(409, "No such device is registered."),
    DEVICE_HAS_NO_ROTOR(409, "The device has neither a rotor nor panels to look at."),
    CAMERA_UNKNOWN(409, "The device has no such camera."),
    CAPTURE_SIGNATURE_WRONG(403, "The capture is not signed by the camera's key."),
    INTERVAL_WRONG(409, "The capture's interval is not one interval of its device."),
    CLIP_EMPTY(400, "The clip has no bytes."),
    CLIP_TOO_LARGE(413, "The clip is larger than 64 MiB."),
    CLIP_DIGEST_DIFFERS(409, "The clip's bytes are not those that the camera signed."),
    QUEUE_FULL(429, "Too many clips wait to be measured."),
    CLAIM_MALFORMED(400, "The claim or a verdict cannot be read."),
    VERDICT_NOT_MINE(409, "A verdict was not signed by this verifier."),
    VERDICT_OF_OTHER_DEVICE(409, "A verdict is about another device or another time."),
    EVIDENCE_ROOT_DIFFERS(409, "The claim's evidence root does not cover these verdicts."),
    STATEMENT_OF_OTHER_METER(409, "The statement is not from the device's meter."),
    FINDING_NOT_CONSISTENT(409, "The claim itself does not find the energy consistent."),
    NO_TRUSTED_VERDICT(409, "An interval has no verdict that can be relied on."),
    ENVELOPE_WIDER_THAN_MINE(409, "The claim permits more energy than the verdicts support."),
    ENERGY_OUTSIDE_ENVELOPE(409, "The metered energy is not inside the envelope."),
    ENERGY_CONTRADICTED(409, "Several clips, or a standing rotor, contradict the metered energy."),
    COMMISSIONING_WRONG(422, "What was marked cannot be commissioned."),
    FOOTAGE_REUSED(409, "The footage behind a verdict was shown before.");

    private final int status;
    private final String sentence;

    ClipRule(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The HTTP status that says it best. */
    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }
}
