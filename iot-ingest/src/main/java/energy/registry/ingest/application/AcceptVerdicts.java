package energy.registry.ingest.application;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.VerdictStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes a camera's signed capture with the verifier's signed verdict on it, checks that both speak of the same, keeps them. */
public final class AcceptVerdicts {
    /** Clips of one interval tend to come together; judged together they narrow the envelope. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final DeviceDirectory devices;
    private final SignatureCheck signatures;
    private final SigningKey claimsKey;
    private final VerdictStore store;
    private final Clock clock;

    public AcceptVerdicts(
            DeviceDirectory devices, SignatureCheck signatures, SigningKey claimsKey, VerdictStore store, Clock clock) {
        this.devices = devices;
        this.signatures = signatures;
        this.claimsKey = claimsKey;
        this.store = store;
        this.clock = clock;
    }

    public Result accept(SignedRecord signedCapture, SignedRecord signedVerdict) {
        ClipCapture capture;
        VisionVerdict verdict;
        try {
            capture = ClipCapture.decode(signedCapture.record());
            verdict = VisionVerdict.decode(signedVerdict.record());
        } catch (IllegalArgumentException e) {
            return new Result.Refused(VerdictRule.VERDICT_MALFORMED, e.getMessage());
        }
        Optional<ProductionDevice> device =
                devices.byId(verdict.deviceId(), Instant.ofEpochSecond(verdict.intervalStartEpochSecond()));
        if (device.isEmpty()) {
            return new Result.Refused(VerdictRule.DEVICE_UNKNOWN, verdict.deviceId());
        }
        Optional<Result.Refused> refusal = refusal(device.get(), signedCapture, capture, signedVerdict, verdict);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Instant now = clock.instant();
        boolean fresh =
                store.keep(signedVerdict.digest(), verdict, signedCapture, signedVerdict, now, now.plus(SETTLING));
        return new Result.Kept(fresh);
    }

    private Optional<Result.Refused> refusal(
            ProductionDevice device,
            SignedRecord signedCapture,
            ClipCapture capture,
            SignedRecord signedVerdict,
            VisionVerdict verdict) {
        if (!isSame(signedCapture, capture, verdict)) {
            return refuse(
                    VerdictRule.CAPTURE_MISMATCH, "capture and verdict differ in clip, camera, device or interval");
        }
        Optional<Camera> camera = device.cameras().stream()
                .filter(each -> each.cameraId().equals(verdict.cameraId()))
                .findFirst();
        if (camera.isEmpty()) {
            return refuse(VerdictRule.CAMERA_UNKNOWN, verdict.cameraId() + " is no camera of " + device.deviceId());
        }
        if (!signedCapture.isSignedBy(camera.get().key(), signatures)) {
            return refuse(VerdictRule.CAPTURE_SIGNATURE_INVALID, "camera " + verdict.cameraId());
        }
        boolean verified = device.verifiers().stream()
                .filter(key -> !key.equals(claimsKey))
                .anyMatch(key -> signedVerdict.isSignedBy(key, signatures));
        return verified
                ? Optional.empty()
                : refuse(
                        VerdictRule.VERDICT_SIGNATURE_INVALID,
                        "key " + signedVerdict.signature().keyId());
    }

    private static boolean isSame(SignedRecord signedCapture, ClipCapture capture, VisionVerdict verdict) {
        return signedCapture.digest().equals(verdict.capture())
                && capture.clip().equals(verdict.clip())
                && capture.cameraId().equals(verdict.cameraId())
                && capture.deviceId().equals(verdict.deviceId())
                && capture.intervalStartEpochSecond() == verdict.intervalStartEpochSecond()
                && capture.intervalEndEpochSecond() == verdict.intervalEndEpochSecond()
                && capture.intervalStartEpochSecond() < capture.intervalEndEpochSecond();
    }

    private static Optional<Result.Refused> refuse(VerdictRule rule, String detail) {
        return Optional.of(new Result.Refused(rule, detail));
    }

    /** What came of it. */
    public sealed interface Result {
        /** {@code fresh} is false when it had been kept before. */
        record Kept(boolean fresh) implements Result {}

        record Refused(VerdictRule rule, String detail) implements Result {}
    }
}
