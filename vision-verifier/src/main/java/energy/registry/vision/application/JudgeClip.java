package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.guard.IntegrityFlag;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.DeviceDirectory;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.rotor.Nameplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an admitted clip to a signed verdict and its evidence on disk. */
public final class JudgeClip {
    public static final String RECORD = "record.json";
    public static final String KYMOGRAPH = "kymograph.png";

    private static final Logger LOG = LoggerFactory.getLogger(JudgeClip.class);
    private static final double MILLI = 1_000;

    private final VerifyFootage verify;
    private final PictureTools tools;
    private final EvidenceRecords records;
    private final DeviceDirectory devices;
    private final ClipStore store;
    private final SignAsVerifier signer;
    private final VisionFigures figures;
    private final FootageMemory memory;

    public JudgeClip(
            VerifyFootage verify,
            PictureTools tools,
            EvidenceRecords records,
            DeviceDirectory devices,
            ClipStore store,
            SignAsVerifier signer,
            VisionFigures figures) {
        this.verify = verify;
        this.tools = tools;
        this.records = records;
        this.devices = devices;
        this.store = store;
        this.signer = signer;
        this.figures = figures;
        this.memory = new FootageMemory(store);
    }

    public static String frameName(int index) {
        return "frame-" + index + ".jpg";
    }

    /** @return false while the device is not known here, as just after a start: ask again later */
    boolean judge(SignedRecord signed) throws IOException {
        ClipCapture capture = ClipCapture.decode(signed.record());
        Optional<ProductionDevice> device = devices.device(capture.deviceId());
        if (device.isEmpty()) {
            return false;
        }
        long began = System.nanoTime();
        boolean reused = isReused(signed, capture, capture.clip());
        Optional<VisionVerdict> before = sameMeasurement(signed, capture);
        VisionVerdict verdict = before.isPresent()
                ? again(signed, capture, before.get(), reused)
                : measured(signed, capture, device.get(), reused);
        store.conclude(signed, signer.sign(verdict.encode()));
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

    private VisionVerdict measured(SignedRecord signed, ClipCapture capture, ProductionDevice device, boolean reused)
            throws IOException {
        VerifyFootage.Answer answer =
                verify.verify(store.clip(capture.clip()), nameplate(device.rotor()), Optional.empty());
        return answer instanceof VerifyFootage.Measured measured
                ? verdict(signed, capture, measured.measurement(), reused)
                : unreadable(signed, capture, (VerifyFootage.Refused) answer, reused);
    }

    /** A recording shown for many intervals is measured once: the same bytes and version give the same record. */
    private Optional<VisionVerdict> sameMeasurement(SignedRecord signed, ClipCapture capture) throws IOException {
        for (SignedRecord other : store.capturesOf(capture.clip())) {
            boolean sameDevice = ClipCapture.decode(other.record()).deviceId().equals(capture.deviceId());
            Optional<SignedRecord> verdict = sameDevice && !other.digest().equals(signed.digest())
                    ? store.verdictOf(other.digest())
                    : Optional.empty();
            Optional<VisionVerdict> decoded = verdict.map(v -> VisionVerdict.decode(v.record()));
            if (decoded.isPresent() && decoded.get().algorithm().equals(VerifyFootage.ALGORITHM)) {
                return decoded;
            }
        }
        return Optional.empty();
    }

    private static VisionVerdict again(SignedRecord signed, ClipCapture capture, VisionVerdict before, boolean reused) {
        List<String> integrity = new ArrayList<>(before.integrity());
        integrity.remove(IntegrityFlag.CLIP_REUSED.name());
        if (reused) {
            integrity.add(IntegrityFlag.CLIP_REUSED.name());
        }
        return new VisionVerdict(
                signed.digest(),
                capture.cameraId(),
                capture.deviceId(),
                capture.intervalStartEpochSecond(),
                capture.intervalEndEpochSecond(),
                before.state(),
                before.rotorMicroRpm(),
                before.rotorStandardUncertaintyMicroRpm(),
                integrity,
                before.reasons(),
                capture.clip(),
                before.record(),
                VerifyFootage.ALGORITHM);
    }

    static Nameplate nameplate(Rotor rotor) {
        return new Nameplate(
                rotor.blades(), rotor.minMilliRpm() / MILLI, maxRpmBelieved(rotor), rotor.clockwise() ? 1 : -1);
    }

    /** A rotor that runs away is seen as such up to twice its permitted speed. */
    private static double maxRpmBelieved(Rotor rotor) {
        return 2 * rotor.maxMilliRpm() / MILLI;
    }

    private VisionVerdict verdict(SignedRecord signed, ClipCapture capture, Measurement measurement, boolean reused)
            throws IOException {
        FootagePrint print = measurement.print();
        boolean shownBefore = reused || isReusedInOtherBytes(signed, capture, print);
        memory.remember(capture.clip(), print);
        Evidence evidence = Evidence.of(measurement, tools, records);
        store.write(capture.clip(), KYMOGRAPH, evidence.kymograph());
        for (int i = 0; i < evidence.frames().size(); i++) {
            store.write(capture.clip(), frameName(i), evidence.frames().get(i));
        }
        store.write(capture.clip(), RECORD, evidence.record());
        List<String> integrity = new ArrayList<>(measurement.integrityCodes());
        if (shownBefore) {
            integrity.add(IntegrityFlag.CLIP_REUSED.name());
        }
        return new VisionVerdict(
                signed.digest(),
                capture.cameraId(),
                capture.deviceId(),
                capture.intervalStartEpochSecond(),
                capture.intervalEndEpochSecond(),
                measurement.state(),
                measurement.microRpm(),
                measurement.standardUncertaintyMicroRpm(),
                integrity,
                measurement.reasonCodes(),
                capture.clip(),
                Digest.sha(evidence.record()),
                VerifyFootage.ALGORITHM);
    }

    private VisionVerdict unreadable(
            SignedRecord signed, ClipCapture capture, VerifyFootage.Refused refused, boolean reused)
            throws IOException {
        byte[] record = records.of(capture.clip(), refused);
        store.write(capture.clip(), RECORD, record);
        return new VisionVerdict(
                signed.digest(),
                capture.cameraId(),
                capture.deviceId(),
                capture.intervalStartEpochSecond(),
                capture.intervalEndEpochSecond(),
                RotorState.INCONCLUSIVE,
                0,
                0,
                reused ? List.of(IntegrityFlag.CLIP_REUSED.name()) : List.of(),
                List.of(refused.reason().name()),
                capture.clip(),
                Digest.sha(record),
                VerifyFootage.ALGORITHM);
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
