package energy.registry.ops.verify;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/** The links from the meter's register and the camera's clip to the claim. Each says what is wrong, or nothing. */
final class EvidenceLinks {
    static final String HOLDS = "";

    private final Bundle bundle;
    private final PublishedKeys published;
    private final GenerationClaim claim;
    private final IntervalStatement statement;
    private final SignatureCheck signatures = new PlatformSignatures();

    EvidenceLinks(Bundle bundle, PublishedKeys published) {
        this.bundle = bundle;
        this.published = published;
        this.claim = bundle.claim().claim();
        this.statement = claim.statement();
    }

    String publishedKeys() {
        if (!bundle.keys().equals(published)) {
            return "the bundle's keys are not the published ones";
        }
        return published.verifiers().containsAll(bundle.device().verifiers())
                ? HOLDS
                : "the device trusts a verifier whose key is not published";
    }

    String meterSignature() {
        if (!statement.meterId().equals(bundle.device().meterId())
                || !claim.deviceId().equals(bundle.device().deviceId())) {
            return "the statement is of meter " + statement.meterId() + " for device " + claim.deviceId();
        }
        return claim.signedStatement().isSignedBy(bundle.device().meterKey(), signatures)
                ? HOLDS
                : "the statement's signature is not the registered meter's";
    }

    String readingsRoot() {
        if (bundle.readings().size() != statement.readingCount()) {
            return bundle.readings().size() + " readings, the statement counts " + statement.readingCount();
        }
        Digest root = MerkleTree.over(bundle.readings()).root();
        return root.equals(statement.readingsRoot()) ? HOLDS : "root " + root + ", signed " + statement.readingsRoot();
    }

    String registerDifference() {
        if (!statement.isMonotonic()) {
            return "the register falls";
        }
        for (byte[] encoded : bundle.readings()) {
            Reading reading = Reading.decode(encoded);
            if (reading.registerWh() < statement.registerStartWh()
                    || reading.registerWh() > statement.registerEndWh()) {
                return "a reading's register of " + reading.registerWh() + " Wh lies outside the statement's";
            }
        }
        for (int i = 0; i < claim.intervalCount(); i++) {
            WattHours energy = statement.energy(claim.firstInterval() + i);
            if (energy.toLong() < claim.minWh(i) || energy.toLong() > claim.maxWh(i)) {
                return energy + " lies outside the permitted " + claim.minWh(i) + " .. " + claim.maxWh(i);
            }
        }
        return HOLDS;
    }

    String captureSignature() {
        if (bundle.device().cameraPolicy() == CameraPolicy.REQUIRED
                && bundle.verdicts().isEmpty()) {
            return "the device's policy requires a camera and there is no clip";
        }
        for (Bundle.Seen seen : bundle.verdicts()) {
            ClipCapture capture = seen.captured();
            boolean signed = bundle.device().cameras().stream()
                    .filter(camera -> camera.cameraId().equals(capture.cameraId()))
                    .map(Camera::key)
                    .anyMatch(key -> seen.capture().isSignedBy(key, signatures));
            if (!signed) {
                return "clip " + capture.clip() + " is not signed by a camera of the device";
            }
            if (!capture.deviceId().equals(bundle.device().deviceId())
                    || !isClaimed(capture.intervalStartEpochSecond(), capture.intervalEndEpochSecond())) {
                return "clip " + capture.clip() + " is of another device or time";
            }
        }
        return HOLDS;
    }

    String verdictSignature() {
        for (Bundle.Seen seen : bundle.verdicts()) {
            VisionVerdict verdict = seen.seen();
            if (!seen.verdict().isSignedBy(published.vision(), signatures)) {
                return "the verdict on clip " + verdict.clip() + " is not signed by the published verifier";
            }
            ClipCapture capture = seen.captured();
            if (!verdict.capture().equals(seen.capture().digest())
                    || !verdict.clip().equals(capture.clip())
                    || !verdict.deviceId().equals(capture.deviceId())
                    || !verdict.cameraId().equals(capture.cameraId())
                    || verdict.intervalStartEpochSecond() != capture.intervalStartEpochSecond()
                    || verdict.intervalEndEpochSecond() != capture.intervalEndEpochSecond()) {
                return "a verdict speaks of another capture";
            }
        }
        return HOLDS;
    }

    String verdictRecord() {
        for (Bundle.Seen seen : bundle.verdicts()) {
            if (!Digest.sha(seen.record()).equals(seen.seen().record())) {
                return "the record on clip " + seen.seen().clip() + " is not the signed one";
            }
        }
        return HOLDS;
    }

    String evidenceRoot() {
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(claim.signedStatement().encode());
        bundle.verdicts().forEach(seen -> leaves.add(seen.verdict().encode()));
        Digest root = MerkleTree.over(leaves).root();
        return root.equals(claim.evidenceRoot()) ? HOLDS : "root " + root + ", claimed " + claim.evidenceRoot();
    }

    /** Every signature has to be good, not only enough of them: a bundle carries no byte that nobody answers for. */
    String claimQuorum() {
        byte[] message = claim.encode();
        for (KeySignature signature : bundle.claim().signatures()) {
            if (bundle.device().verifiers().stream().noneMatch(key -> signature.isBy(key, message, signatures))) {
                return "a signature of key " + signature.keyId() + " on the claim is not a verifier's";
            }
        }
        List<SigningKey> verifiers = bundle.device().verifiers();
        int valid = bundle.claim().validSignatures(verifiers, signatures);
        return valid >= bundle.device().quorum()
                ? HOLDS
                : valid + " of " + bundle.device().quorum() + " verifiers signed the claim";
    }

    private boolean isClaimed(long start, long end) {
        if (start >= end) {
            return false;
        }
        ProductionPeriod seen = ProductionPeriod.between(start, end);
        for (int i = 0; i < claim.intervalCount(); i++) {
            if (statement.period(claim.firstInterval() + i).contains(seen)) {
                return true;
            }
        }
        return false;
    }
}
