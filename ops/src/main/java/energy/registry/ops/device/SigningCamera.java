package energy.registry.ops.device;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.SignedRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** A camera that signs what it recorded and hands it to the verifier, as often as a busy verifier makes it ask. */
public final class SigningCamera {
    /** A full queue of clips is worked off in minutes; after this the verifier is not coming back. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final String cameraId;
    private final String deviceId;
    private final DeviceKey key;
    private final Origin origin;

    private SigningCamera(String cameraId, String deviceId, DeviceKey key, Origin origin) {
        this.cameraId = cameraId;
        this.deviceId = deviceId;
        this.key = key;
        this.origin = origin;
    }

    public static SigningCamera open(Path folder, String cameraId, String deviceId, Origin origin) throws IOException {
        return new SigningCamera(cameraId, deviceId, DeviceKey.in(folder, cameraId), origin);
    }

    public String cameraId() {
        return cameraId;
    }

    public DeviceKey key() {
        return key;
    }

    SignedRecord capture(ProductionPeriod interval, long capturedEpochSecond, byte[] clip) {
        ClipCapture capture = new ClipCapture(
                cameraId,
                deviceId,
                interval.startEpochSecond(),
                interval.endEpochSecond(),
                capturedEpochSecond,
                origin,
                Digest.sha(clip));
        return key.sign(capture.encode());
    }

    /**
     * Signs and delivers one clip.
     *
     * @return the verifier's answer; accepted, or a refusal that waiting does not change
     */
    public HttpDoor.Answer deliver(HttpDoor vision, ProductionPeriod interval, long capturedEpochSecond, byte[] clip)
            throws IOException, InterruptedException {
        String capture = Json.base(capture(interval, capturedEpochSecond, clip).encode());
        Backoff backoff = new Backoff(PATIENCE);
        while (true) {
            HttpDoor.Answer answer = attempt(vision, capture, clip);
            boolean busy = answer.status() == TOO_MANY_REQUESTS || answer.status() / 100 == 5;
            if (!busy || !backoff.again(Duration.ofSeconds(Math.max(0, answer.retryAfterSeconds())))) {
                return answer;
            }
        }
    }

    /** A door that does not answer is asked again like one that is busy: it may be starting. */
    private static HttpDoor.Answer attempt(HttpDoor vision, String capture, byte[] clip) throws InterruptedIOException {
        try {
            return vision.post("/v1/clips", "video/mp4", "X-Capture", capture, clip);
        } catch (InterruptedIOException asked) {
            throw asked;
        } catch (IOException noAnswer) {
            return new HttpDoor.Answer(UNAVAILABLE, Json.object().put("detail", noAnswer.getMessage()), -1);
        }
    }
}
