package energy.registry.vision.application;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.DeviceDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes a clip in if its camera signed exactly these bytes for an interval of its device. */
public final class ReceiveClip {
    private final DeviceDirectory devices;
    private final ClipStore store;
    private final MeasureQueue queue;

    public ReceiveClip(DeviceDirectory devices, ClipStore store, MeasureQueue queue) {
        this.devices = devices;
        this.store = store;
        this.queue = queue;
    }

    /** What became of a clip. */
    public sealed interface Answer {}

    public record Admitted(Digest clip, Optional<Digest> verdict, String status) implements Answer {}

    public record TurnedAway(ClipRule rule, String detail) implements Answer {}

    /** @param upload the received bytes; gone or moved afterwards */
    public Answer receive(byte[] encodedCapture, Path upload, Digest clip) throws IOException {
        try {
            SignedRecord signed = SignedRecord.decode(encodedCapture);
            ClipCapture capture = ClipCapture.decode(signed.record());
            Optional<TurnedAway> broken = brokenRule(signed, capture, upload, clip);
            return broken.isPresent() ? broken.get() : admit(signed, upload, clip);
        } catch (IllegalArgumentException unreadable) {
            return new TurnedAway(ClipRule.CAPTURE_MALFORMED, String.valueOf(unreadable.getMessage()));
        } finally {
            Files.deleteIfExists(upload);
        }
    }

    /** A clip that this verifier took and signed for itself waits in the same queue, within the same bound. */
    Answer receiveOwn(SignedRecord capture, Path clip, Digest digest) throws IOException {
        return admit(capture, clip, digest);
    }

    private Optional<TurnedAway> brokenRule(SignedRecord signed, ClipCapture capture, Path upload, Digest clip)
            throws IOException {
        Optional<ProductionDevice> found = devices.device(capture.deviceId());
        if (found.isEmpty()) {
            return away(ClipRule.DEVICE_UNKNOWN, "deviceId '" + capture.deviceId() + "'");
        }
        ProductionDevice device = found.get();
        if (device.rotor() == null && device.technology() != Technology.SOLAR) {
            return away(ClipRule.DEVICE_HAS_NO_ROTOR, device.deviceId() + " is " + device.technology());
        }
        Optional<Camera> camera = device.cameras().stream()
                .filter(c -> c.cameraId().equals(capture.cameraId()))
                .findFirst();
        if (camera.isEmpty()) {
            return away(ClipRule.CAMERA_UNKNOWN, "cameraId '" + capture.cameraId() + "' of " + device.deviceId());
        }
        if (!signed.isSignedBy(camera.get().key(), new PlatformSignatures())) {
            return away(ClipRule.CAPTURE_SIGNATURE_WRONG, "camera " + capture.cameraId());
        }
        return brokenRule(capture, device, upload, clip);
    }

    private static Optional<TurnedAway> brokenRule(
            ClipCapture capture, ProductionDevice device, Path upload, Digest clip) throws IOException {
        long start = capture.intervalStartEpochSecond();
        long length = capture.intervalEndEpochSecond() - start;
        if (length <= 0
                || length > device.intervalSeconds()
                || Math.floorMod(start, (long) device.intervalSeconds()) + length > device.intervalSeconds()) {
            return away(ClipRule.INTERVAL_WRONG, start + " + " + length + " s, interval " + device.intervalSeconds());
        }
        if (Files.size(upload) == 0) {
            return away(ClipRule.CLIP_EMPTY, "0 bytes");
        }
        if (!capture.clip().equals(clip)) {
            return away(ClipRule.CLIP_DIGEST_DIFFERS, "signed " + capture.clip() + ", received " + clip);
        }
        return Optional.empty();
    }

    private static Optional<TurnedAway> away(ClipRule rule, String detail) {
        return Optional.of(new TurnedAway(rule, detail));
    }

    private Answer admit(SignedRecord capture, Path upload, Digest clip) throws IOException {
        Optional<SignedRecord> known = store.verdictOf(capture.digest());
        if (known.isPresent()) {
            return new Admitted(clip, known.map(SignedRecord::digest), "MEASURED");
        }
        if (store.isWaiting(capture.digest())) {
            return new Admitted(clip, Optional.empty(), "QUEUED");
        }
        if (!queue.reserve()) {
            return new TurnedAway(ClipRule.QUEUE_FULL, "at most " + MeasureQueue.WAITING_MAX + " wait");
        }
        store.admit(upload, clip, capture);
        queue.add(capture);
        return new Admitted(clip, Optional.empty(), "QUEUED");
    }
}
