package energy.registry.vision.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.vision.physics.ClipEvidence;
import energy.registry.vision.physics.Consistency;
import energy.registry.vision.physics.ExpectedPower;
import energy.registry.vision.physics.Judgement;
import energy.registry.vision.physics.JudgementReason;
import energy.registry.vision.physics.OverclaimTest;
import energy.registry.vision.physics.SpeedPowerCorrelation;
import energy.registry.vision.physics.SpeedPowerCorrelation.ClipPower;
import energy.registry.vision.physics.SpeedPowerCorrelation.MinutePower;
import energy.registry.vision.port.ClipStore;
import energy.registry.vision.port.Sun;
import energy.registry.vision.solar.SolarMeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether metered energy fits what this verifier's own verdicts say of the same time. */
public final class JudgeEnergy {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MICRO = 1e6;
    private static final int MINUTE = 60;

    private final ClipStore store;
    private final Sun sun;
    private final ObjectMapper json = new ObjectMapper();

    public JudgeEnergy(ClipStore store, Sun sun) {
        this.store = store;
        this.sun = sun;
    }

    /** The judgement, what each clip leaves possible, and how the speeds follow the power where minutes were given. */
    public record Outcome(
            Judgement judgement, List<ExpectedPower> expected, Optional<SpeedPowerCorrelation.Result> correlation) {}

    /**
     * What the verifier saw by itself in the same time counts too, where it makes the judgement worse: a stream is not
     * signed by its camera, so it may raise doubts and may not settle any.
     *
     * @param verdicts this verifier's, of this device and within this period
     * @param minutes metered power of the period's minutes, or of a longer time that these verdicts speak of; may be empty
     */
    Outcome judge(
            ProductionDevice device,
            ProductionPeriod period,
            long energyWh,
            List<VisionVerdict> verdicts,
            List<MinutePower> minutes)
            throws IOException {
        Outcome asked = signedOnly(device, period, energyWh, verdicts, minutes);
        List<VisionVerdict> all = new ArrayList<>(verdicts);
        all.addAll(looks(device, period));
        if (all.size() == verdicts.size()) {
            return asked;
        }
        Judgement together =
                signedOnly(device, period, energyWh, all, List.of()).judgement();
        if (severity(together) <= severity(asked.judgement())) {
            return asked;
        }
        List<JudgementReason> reasons = new ArrayList<>(together.reasons());
        reasons.add(JudgementReason.OWN_LOOKS_SPEAK_AGAINST);
        return new Outcome(
                new Judgement(together.consistency(), reasons, together.excess()),
                asked.expected(),
                asked.correlation());
    }

    private static int severity(Judgement judgement) {
        return switch (judgement.consistency()) {
            case CONSISTENT -> 0;
            case INCONCLUSIVE -> 1;
            case INCONSISTENT -> 2;
        };
    }

    private List<VisionVerdict> looks(ProductionDevice device, ProductionPeriod period) throws IOException {
        List<VisionVerdict> looks = new ArrayList<>();
        long length = device.intervalSeconds();
        long first = period.startEpochSecond() - Math.floorMod(period.startEpochSecond(), length);
        for (int i = 0; i < AskConsistency.VERDICTS_MAX && first + i * length < period.endEpochSecond(); i++) {
            for (SignedRecord look : store.looks(device.deviceId(), first + i * length)) {
                looks.add(VisionVerdict.decode(look.record()));
            }
        }
        return looks;
    }

    private Outcome signedOnly(
            ProductionDevice device,
            ProductionPeriod period,
            long energyWh,
            List<VisionVerdict> verdicts,
            List<MinutePower> minutes)
            throws IOException {
        List<ClipEvidence> clips = new ArrayList<>();
        List<ClipPower> speeds = new ArrayList<>();
        List<ExpectedPower> expected = new ArrayList<>();
        for (VisionVerdict verdict : verdicts) {
            if (!verdict.integrity().isEmpty()) {
                continue;
            }
            Optional<ExpectedPower> power = expected(verdict);
            if (power.isPresent() && verdict.state() == RotorState.RUNNING) {
                Optional<Long> at = capturedAt(verdict);
                at.ifPresent(second -> speeds.add(new ClipPower(second, power.get())));
            }
            boolean within = period.contains(
                    ProductionPeriod.between(verdict.intervalStartEpochSecond(), verdict.intervalEndEpochSecond()));
            if (within) {
                power.ifPresent(expected::add);
                clips.add(new ClipEvidence(verdict.clip().toString(), verdict.state() == RotorState.STOPPED, power));
            }
        }
        double watts = energyWh * SECONDS_PER_HOUR / period.seconds();
        Judgement judgement = OverclaimTest.judge(device.capacityW(), watts, isNight(device, period), clips);
        if (minutes.isEmpty()) {
            return new Outcome(judgement, expected, Optional.empty());
        }
        SpeedPowerCorrelation.Result follows = SpeedPowerCorrelation.of(speeds, minutes);
        return new Outcome(with(judgement, follows), expected, Optional.of(follows));
    }

    /** Footage that does not follow the meter is never taken for a confirmation. */
    private static Judgement with(Judgement judgement, SpeedPowerCorrelation.Result follows) {
        List<JudgementReason> reasons = new ArrayList<>(judgement.reasons());
        return switch (follows.answer()) {
            case UNDECIDED -> judgement;
            case FOLLOWS -> {
                reasons.add(JudgementReason.FOOTAGE_FOLLOWS_METER);
                yield new Judgement(judgement.consistency(), reasons, judgement.excess());
            }
            case DOES_NOT_FOLLOW -> {
                reasons.add(JudgementReason.FOOTAGE_DOES_NOT_FOLLOW_METER);
                Consistency consistency = judgement.consistency() == Consistency.INCONSISTENT
                        ? Consistency.INCONSISTENT
                        : Consistency.INCONCLUSIVE;
                yield new Judgement(consistency, reasons, judgement.excess());
            }
        };
    }

    /** As the clip's record says; only the record that the verdict names counts. */
    private Optional<ExpectedPower> expected(VisionVerdict verdict) throws IOException {
        Optional<byte[]> record = store.read(verdict.clip(), JudgeClip.recordName(verdict.record()));
        if (record.isEmpty() || !Digest.sha(record.get()).equals(verdict.record())) {
            return Optional.empty();
        }
        JsonNode expected = json.readTree(record.get()).path("device").path("expected");
        return expected.isObject()
                ? Optional.of(new ExpectedPower(
                        expected.path("expectedW").asDouble(),
                        expected.path("standardUncertaintyW").asDouble(),
                        expected.path("basis").asText()))
                : Optional.empty();
    }

    private Optional<Long> capturedAt(VisionVerdict verdict) throws IOException {
        for (SignedRecord capture : store.capturesOf(verdict.clip())) {
            if (capture.digest().equals(verdict.capture())) {
                return Optional.of(ClipCapture.decode(capture.record()).capturedEpochSecond());
            }
        }
        return Optional.empty();
    }

    private boolean isNight(ProductionDevice device, ProductionPeriod period) {
        if (device.rotor() != null) {
            return false;
        }
        double latitude = device.latitudeMicroDegrees() / MICRO;
        double longitude = device.longitudeMicroDegrees() / MICRO;
        for (long at = period.startEpochSecond(); at <= period.endEpochSecond(); at += MINUTE) {
            if (sun.elevationDegrees(at, latitude, longitude) >= SolarMeter.NIGHT_DEGREES) {
                return false;
            }
        }
        return true;
    }
}
