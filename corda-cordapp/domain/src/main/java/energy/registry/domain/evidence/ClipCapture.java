package energy.registry.domain.evidence;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;

/** What a camera signs about a clip: which bytes it recorded, when, and for which interval of its device. */
public final class ClipCapture {
    public static final String TAG = "REC-CLIP-1";

    private final String cameraId;
    private final String deviceId;
    private final long intervalStartEpochSecond;
    private final long intervalEndEpochSecond;
    private final long capturedEpochSecond;
    private final Origin origin;
    private final Digest clip;

    /**
     * @param intervalStartEpochSecond start of the production interval the clip is evidence for, UTC
     * @param intervalEndEpochSecond its end, exclusive
     * @param capturedEpochSecond the camera's clock at the first frame
     * @param clip SHA-256 over the file's bytes
     */
    public ClipCapture(
            String cameraId,
            String deviceId,
            long intervalStartEpochSecond,
            long intervalEndEpochSecond,
            long capturedEpochSecond,
            Origin origin,
            Digest clip) {
        this.cameraId = cameraId;
        this.deviceId = deviceId;
        this.intervalStartEpochSecond = intervalStartEpochSecond;
        this.intervalEndEpochSecond = intervalEndEpochSecond;
        this.capturedEpochSecond = capturedEpochSecond;
        this.origin = origin;
        this.clip = clip;
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

    public long capturedEpochSecond() {
        return capturedEpochSecond;
    }

    public Origin origin() {
        return origin;
    }

    public Digest clip() {
        return clip;
    }

    public byte[] encode() {
        return new CanonicalWriter(TAG)
                .text(cameraId)
                .text(deviceId)
                .i64(intervalStartEpochSecond)
                .i64(intervalEndEpochSecond)
                .i64(capturedEpochSecond)
                .u8(origin.ordinal())
                .digest(clip)
                .toBytes();
    }

    public static ClipCapture decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        ClipCapture capture = new ClipCapture(
                in.text("cameraId"),
                in.text("deviceId"),
                in.i64("intervalStartEpochSecond"),
                in.i64("intervalEndEpochSecond"),
                in.i64("capturedEpochSecond"),
                in.choice("origin", Origin.values()),
                in.digest("clip"));
        in.end();
        return capture;
    }
}
