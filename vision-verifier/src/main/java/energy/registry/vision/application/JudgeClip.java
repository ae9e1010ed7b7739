package energy.registry.vision.application;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.guard.IntegrityFlag;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.DeviceDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an admitted clip to a signed verdict and its evidence on disk. */
public final class JudgeClip {
    public static final String RECORD = "record.json";
    public static final String KYMOGRAPH = "kymograph.png";

    /** What ends the process, or throws, so many times is no footage that can be measured. */
    static final int ATTEMPTS_MAX = 5;

    private static final String MEASUREMENT_FAILED = "MEASUREMENT_FAILED";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(JudgeClip.class);

    private final ClipMeasurer turbines;
    private final ClipMeasurer arrays;
    private final DeviceDirectory devices;
    private final ClipStore store;
    private final SignAsVerifier signer;
    private final VisionFigures figures;
    private final FootageMemory memory;

    JudgeClip(
            ClipMeasurer turbines,
            ClipMeasurer arrays,
            DeviceDirectory devices,
            ClipStore store,
            SignAsVerifier signer,
            VisionFigures figures) {
        this.turbines = turbines;
        this.arrays = arrays;
        this.devices = devices;
        this.store = store;
        this.signer = signer;
        this.figures = figures;
        this.memory = new FootageMemory(store);
    }

    /** With the measurers for turbines and for arrays. */
    public static JudgeClip with(
            Instruments instruments,
            DeviceDirectory devices,
            ClipStore store,
            SignAsVerifier signer,
            VisionFigures figures) {
        return new JudgeClip(instruments.turbines(), instruments.arrays(), devices, store, signer, figures);
    }

    public static String frameName(int index) {
        return "frame-" + index + ".jpg";
    }

    /** One clip may be measured for several captures: a verdict's own record is found by its digest. */
    public static String recordName(Digest record) {
        return "record-" + record + ".json";
    }

    /** @return false while the device is not known here, as just after a start: ask again later */
    boolean judge(SignedRecord signed) throws IOException {
        ClipCapture capture = ClipCapture.decode(signed.record());
        Optional<ProductionDevice> device = devices.device(capture.deviceId());
        if (device.isEmpty()) {
            return false;
        }
        Optional<SignedRecord> concluded = store.verdictOf(signed.digest());
        if (concluded.isPresent()) {
            // The process ended between the verdict and its delivery: a capture has one verdict.
            conclude(signed, concluded.get());
            return true;
        }
        long began = System.nanoTime();
        boolean reused = isReused(signed, capture, capture.clip());
        Optional<VisionVerdict> before = sameMeasurement(signed, capture, measurer(device.get()));
        VisionVerdict verdict = before.isPresent()
                ? again(signed, capture, before.get(), reused)
                : measured(signed, capture, device.get(), reused);
        conclude(signed, signer.sign(verdict.encode()));
        figures.measured(verdict.state().name(), System.nanoTime() - began);
        LOG.info(
                "{} {}: {} {} rpm {} {}",
                capture.deviceId(),
                capture.clip(),
                verdict.state(),
                verdict.rotorMicroRpm() / 1e6,
                verdict.integrity(),
                verdict.reasons());
        return true;
    }

    /** Who took the clip decides who is told: a look is kept by the verifier, a camera's clip goes to ingest. */
    private void conclude(SignedRecord capture, SignedRecord verdict) throws IOException {
        if (signer.isMine(capture)) {
            store.settle(capture, verdict);
        } else {
            store.conclude(capture, verdict);
        }
    }

    private Map<String, Object> taken(SignedRecord signed, Digest clip) throws IOException {
        Optional<byte[]> look =
                signer.isMine(signed) ? store.read(clip, TakeOwnClip.lookName(signed.digest())) : Optional.empty();
        return look.isPresent() ? JSON.readValue(look.get(), new TypeReference<>() {}) : Map.of();
    }

    private VisionVerdict measured(SignedRecord signed, ClipCapture capture, ProductionDevice device, boolean reused)
            throws IOException {
        ClipMeasurer measurer = measurer(device);
        Findings found = store.begin(signed.digest()) > ATTEMPTS_MAX
                ? failed(capture)
                : measurer.measure(store.clip(capture.clip()), capture, device, taken(signed, capture.clip()));
        boolean shownBefore = reused;
        if (found.print().isPresent()) {
            shownBefore |= isReusedInOtherBytes(signed, capture, found.print().get());
            memory.remember(capture.clip(), found.print().get());
        }
        for (Map.Entry<String, byte[]> file : found.files().entrySet()) {
            store.write(capture.clip(), file.getKey(), file.getValue());
        }
        Digest record = Digest.sha(found.record());
        store.write(capture.clip(), recordName(record), found.record());
        store.write(capture.clip(), RECORD, found.record());
        return new VisionVerdict(
                signed.digest(),
                capture.cameraId(),
                capture.deviceId(),
                capture.intervalStartEpochSecond(),
                capture.intervalEndEpochSecond(),
                found.state(),
                found.microRpm(),
                found.standardUncertaintyMicroRpm(),
                flagged(found.integrity(), shownBefore),
                found.reasons(),
                capture.clip(),
                record,
                measurer.algorithm());
    }

    private Findings failed(ClipCapture capture) {
        LOG.error("clip {} could not be measured in {} attempts and is given up", capture.clip(), ATTEMPTS_MAX);
        return Findings.unreadable(MEASUREMENT_FAILED, EvidenceRecords.failed(capture.clip(), MEASUREMENT_FAILED));
    }

    private static List<String> flagged(List<String> integrity, boolean reused) {
        List<String> flags = new ArrayList<>(integrity);
        flags.remove(IntegrityFlag.CLIP_REUSED.name());
        if (reused) {
            flags.add(IntegrityFlag.CLIP_REUSED.name());
        }
        return flags;
    }

    private ClipMeasurer measurer(ProductionDevice device) {
        return device.rotor() == null ? arrays : turbines;
    }

    /** A recording shown for many intervals is measured once: the same bytes and version give the same record. */
    private Optional<VisionVerdict> sameMeasurement(SignedRecord signed, ClipCapture capture, ClipMeasurer measurer)
            throws IOException {
        if (measurer.dependsOnTime() || signer.isMine(signed)) {
            return Optional.empty();
        }
        for (SignedRecord other : store.capturesOf(capture.clip())) {
            boolean sameKind = !signer.isMine(other)
                    && ClipCapture.decode(other.record()).deviceId().equals(capture.deviceId());
            Optional<SignedRecord> verdict = sameKind && !other.digest().equals(signed.digest())
                    ? store.verdictOf(other.digest())
                    : Optional.empty();
            Optional<VisionVerdict> decoded = verdict.map(v -> VisionVerdict.decode(v.record()));
            if (decoded.isPresent() && decoded.get().algorithm().equals(measurer.algorithm())) {
                return decoded;
            }
        }
        return Optional.empty();
    }

    private static VisionVerdict again(SignedRecord signed, ClipCapture capture, VisionVerdict before, boolean reused) {
        return new VisionVerdict(
                signed.digest(),
                capture.cameraId(),
                capture.deviceId(),
                capture.intervalStartEpochSecond(),
                capture.intervalEndEpochSecond(),
                before.state(),
                before.rotorMicroRpm(),
                before.rotorStandardUncertaintyMicroRpm(),
                flagged(before.integrity(), reused),
                before.reasons(),
                capture.clip(),
                before.record(),
                before.algorithm());
    }

    /**
     * Whether these bytes were shown before for something else. A recording may stand for several intervals of its own
     * device: its certificates say that they come from a recording.
     */
    private boolean isReused(SignedRecord signed, ClipCapture capture, Digest clip) throws IOException {
        for (SignedRecord other : store.capturesOf(clip)) {
            if (other.digest().equals(signed.digest())) {
                return false;
            }
            ClipCapture earlier = ClipCapture.decode(other.record());
            boolean sameRecording = capture.origin() == Origin.RECORDING
                    && earlier.origin() == Origin.RECORDING
                    && earlier.deviceId().equals(capture.deviceId());
            boolean sameInterval = earlier.cameraId().equals(capture.cameraId())
                    && earlier.intervalStartEpochSecond() == capture.intervalStartEpochSecond();
            if (!sameRecording && !sameInterval) {
                return true;
            }
        }
        return false;
    }

    private boolean isReusedInOtherBytes(SignedRecord signed, ClipCapture capture, FootagePrint print)
            throws IOException {
        for (Digest other : memory.alike(capture.clip(), print)) {
            if (isReused(signed, capture, other)) {
                return true;
            }
        }
        return false;
    }
}
