package energy.registry.vision.application;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.commission.Commission;
import energy.registry.vision.footage.MarkedRegion;
import energy.registry.vision.physics.ExpectedPower;
import energy.registry.vision.port.CommissionStore;
import energy.registry.vision.port.PictureTools;
import energy.registry.vision.rotor.Nameplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Clips of turbines: where the camera is commissioned, only its rotor is looked at. */
final class RotorMeasurer implements ClipMeasurer {
    private static final double MILLI = 1_000;
    private static final double MICRO = 1e6;

    private final VerifyFootage verify;
    private final PictureTools tools;
    private final EvidenceRecords records;
    private final CommissionStore commissions;
    private final LearnedCurves curves;

    RotorMeasurer(
            VerifyFootage verify,
            PictureTools tools,
            EvidenceRecords records,
            CommissionStore commissions,
            LearnedCurves curves) {
        this.verify = verify;
        this.tools = tools;
        this.records = records;
        this.commissions = commissions;
        this.curves = curves;
    }

    @Override
    public String algorithm() {
        return VerifyFootage.ALGORITHM;
    }

    @Override
    public boolean dependsOnTime() {
        return false;
    }

    @Override
    public Findings measure(Path clip, ClipCapture capture, ProductionDevice device, Map<String, Object> taken)
            throws IOException {
        Optional<Commission> commission = commissions.current(device.deviceId(), capture.cameraId());
        Optional<MarkedRegion> region = commission.flatMap(Commission::rotorRegion);
        Nameplate nameplate = nameplate(device.rotor());
        VerifyFootage.Answer answer = region.isPresent()
                ? verify.verify(clip, nameplate, region.get())
                : verify.verify(clip, nameplate, Optional.empty());
        if (answer instanceof VerifyFootage.Refused refused) {
            return Findings.unreadable(refused.reason().name(), records.of(capture.clip(), refused));
        }
        Measurement measurement = ((VerifyFootage.Measured) answer).measurement();
        Evidence evidence = Evidence.of(measurement, tools, records, context(measurement, device, commission, taken));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(JudgeClip.KYMOGRAPH, evidence.kymograph());
        for (int i = 0; i < evidence.frames().size(); i++) {
            files.put(JudgeClip.frameName(i), evidence.frames().get(i));
        }
        return new Findings(
                measurement.state(),
                measurement.microRpm(),
                measurement.standardUncertaintyMicroRpm(),
                measurement.integrityCodes(),
                measurement.reasonCodes(),
                evidence.record(),
                files,
                Optional.of(measurement.print()));
    }

    static Nameplate nameplate(Rotor rotor) {
        return new Nameplate(
                rotor.blades(), rotor.minMilliRpm() / MILLI, maxRpmBelieved(rotor), rotor.clockwise() ? 1 : -1);
    }

    /** A rotor that runs away is seen as such up to twice its permitted speed. */
    private static double maxRpmBelieved(Rotor rotor) {
        return 2 * rotor.maxMilliRpm() / MILLI;
    }

    /** What of this device the measurement rests on: versions, so that the record can be made again. */
    private Map<String, Object> context(
            Measurement measurement,
            ProductionDevice device,
            Optional<Commission> commission,
            Map<String, Object> taken)
            throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("deviceId", device.deviceId());
        out.put("commissioning", commission.map(EvidenceRecords::commissioning).orElse(null));
        LearnedCurves.Curve curve = curves.of(device);
        out.put("model", curve.asMap());
        if (measurement.state() == RotorState.RUNNING) {
            ExpectedPower expected =
                    curve.model().at(measurement.microRpm() / MICRO, measurement.standardUncertaintyMicroRpm() / MICRO);
            out.put("expected", EvidenceRecords.expected(expected));
        }
        if (!taken.isEmpty()) {
            out.put("taken", taken);
        }
        return out;
    }
}
