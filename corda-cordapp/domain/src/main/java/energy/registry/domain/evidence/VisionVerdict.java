package energy.registry.domain.evidence;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the verifier signs about one clip: the rotor's state and speed with its standard uncertainty, what is wrong with
 * the footage, and the digests of the clip and of the full evidence record. It says nothing about energy: that is
 * judged where the meter's word is known, in the claim.
 */
public final class VisionVerdict {
    public static final String TAG = "REC-VERDICT-1";

    /** Flags and reasons are code words; 32 of each is more than the verifier knows. */
    public static final int CODES_MAX = 32;

    private final Digest capture;
    private final String cameraId;
    private final String deviceId;
    private final long intervalStartEpochSecond;
    private final long intervalEndEpochSecond;
    private final RotorState state;
    private final long rotorMicroRpm;
    private final long rotorStandardUncertaintyMicroRpm;
    private final List<String> integrity;
    private final List<String> reasons;
    private final Digest clip;
    private final Digest record;
    private final String algorithm;

    /**
     * @param capture digest of the camera's signed {@link ClipCapture}
     * @param rotorMicroRpm rotor speed in millionths of a revolution a minute; 0 unless RUNNING
     * @param rotorStandardUncertaintyMicroRpm its standard uncertainty (GUM, k = 1), same unit
     * @param integrity codes of what speaks against the footage; empty when nothing does
     * @param reasons codes of why the state is what it is
     * @param clip SHA-256 over the clip's bytes
     * @param record SHA-256 over the evidence record's bytes
     * @param algorithm name and version of the measuring software
     */
    public VisionVerdict(
            Digest capture,
            String cameraId,
            String deviceId,
            long intervalStartEpochSecond,
            long intervalEndEpochSecond,
            RotorState state,
            long rotorMicroRpm,
            long rotorStandardUncertaintyMicroRpm,
            List<String> integrity,
            List<String> reasons,
            Digest clip,
            Digest record,
            String algorithm) {
        if (integrity.size() > CODES_MAX || reasons.size() > CODES_MAX) {
            throw new IllegalArgumentException("a verdict has at most " + CODES_MAX + " codes of a kind");
        }
        this.capture = capture;
        this.cameraId = cameraId;
        this.deviceId = deviceId;
        this.intervalStartEpochSecond = intervalStartEpochSecond;
        this.intervalEndEpochSecond = intervalEndEpochSecond;
        this.state = state;
        this.rotorMicroRpm = rotorMicroRpm;
        this.rotorStandardUncertaintyMicroRpm = rotorStandardUncertaintyMicroRpm;
        this.integrity = Collections.unmodifiableList(new ArrayList<>(integrity));
        this.reasons = Collections.unmodifiableList(new ArrayList<>(reasons));
        this.clip = clip;
        this.record = record;
        this.algorithm = algorithm;
    }

    public Digest capture() {
        return capture;
    }

    public String cameraId() {
        return cameraId;
    }

    public String deviceId() {
        return deviceId;
    }

    public long intervalStartEpochSecond() {
        return intervalStartEpochSecond;
    }

    public long intervalEndEpochSecond() {
        return intervalEndEpochSecond;
    }

    public RotorState state() {
        return state;
    }

    public long rotorMicroRpm() {
        return rotorMicroRpm;
    }

    public long rotorStandardUncertaintyMicroRpm() {
        return rotorStandardUncertaintyMicroRpm;
    }

    public List<String> integrity() {
        return integrity;
    }

    public List<String> reasons() {
        return reasons;
    }

    public Digest clip() {
        return clip;
    }

    public Digest record() {
        return record;
    }

    public String algorithm() {
        return algorithm;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .digest(capture)
                .text(cameraId)
                .text(deviceId)
                .i64(intervalStartEpochSecond)
                .i64(intervalEndEpochSecond)
                .u8(state.ordinal())
                .i64(rotorMicroRpm)
                .i64(rotorStandardUncertaintyMicroRpm)
                .i32(integrity.size());
        integrity.forEach(out::text);
        out.i32(reasons.size());
        reasons.forEach(out::text);
        return out.digest(clip).digest(record).text(algorithm).toBytes();
    }

    public static VisionVerdict decode(byte[] encoded) {
        CanonicalReader in = new CanonicalReader(TAG, encoded);
        VisionVerdict verdict = new VisionVerdict(
                in.digest("capture"),
                in.text("cameraId"),
                in.text("deviceId"),
                in.i64("intervalStartEpochSecond"),
                in.i64("intervalEndEpochSecond"),
                in.choice("state", RotorState.values()),
                in.i64("rotorMicroRpm"),
                in.i64("rotorStandardUncertaintyMicroRpm"),
                codes(in, "integrity"),
                codes(in, "reasons"),
                in.digest("clip"),
                in.digest("record"),
                in.text("algorithm"));
        in.end();
        return verdict;
    }

    private static List<String> codes(CanonicalReader in, String field) {
        int count = in.count(field, CODES_MAX);
        List<String> codes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            codes.add(in.text(field));
        }
        return codes;
    }
}
