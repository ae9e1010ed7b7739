package energy.registry.vision.application;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.vision.physics.AcceptedPair;
import energy.registry.vision.physics.Consistency;
import energy.registry.vision.physics.Judgement;
import energy.registry.vision.port.DeviceDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the verifier's second signature on a claim that its own verdicts support, and on no other. */
public final class CountersignClaim {
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int PERMILLE = 1_000;

    /** As ingest permits above the certified capacity. */
    private static final int CAPACITY_MARGIN_PERMILLE = 20;

    private final DeviceDirectory devices;
    private final SignAsVerifier signer;
    private final JudgeEnergy judge;
    private final LearnedCurves curves;

    public CountersignClaim(DeviceDirectory devices, SignAsVerifier signer, JudgeEnergy judge, LearnedCurves curves) {
        this.devices = devices;
        this.signer = signer;
        this.judge = judge;
        this.curves = curves;
    }

    /** A signature, or the rule that the claim breaks. */
    public sealed interface Answer {}

    public record Countersigned(KeySignature signature) implements Answer {}

    public record Declined(ClipRule rule, String detail) implements Answer {}

    public Answer countersign(byte[] encodedClaim, List<byte[]> encodedVerdicts) throws IOException {
        GenerationClaim claim;
        List<SignedRecord> signed = new ArrayList<>();
        List<VisionVerdict> verdicts = new ArrayList<>();
        try {
            claim = SignedClaim.decode(encodedClaim).claim();
            for (byte[] encoded : encodedVerdicts) {
                signed.add(SignedRecord.decode(encoded));
                verdicts.add(VisionVerdict.decode(signed.get(signed.size() - 1).record()));
            }
        } catch (RuntimeException unreadable) {
            return new Declined(ClipRule.CLAIM_MALFORMED, String.valueOf(unreadable.getMessage()));
        }
        Optional<ProductionDevice> device = devices.device(claim.deviceId());
        boolean array = device.isPresent() && device.get().technology() == Technology.SOLAR;
        if (device.isEmpty() || device.get().rotor() == null && !array) {
            return new Declined(
                    device.isEmpty() ? ClipRule.DEVICE_UNKNOWN : ClipRule.DEVICE_HAS_NO_ROTOR, claim.deviceId());
        }
        Optional<Declined> broken = evidence(claim, signed, verdicts, device.get());
        if (broken.isEmpty()) {
            broken = array ? arrayEnergy(claim, device.get()) : energy(claim, verdicts, device.get());
        }
        broken = broken.isPresent() ? broken : contradiction(claim, verdicts, device.get());
        if (broken.isPresent()) {
            return broken.get();
        }
        if (!array) {
            learn(claim, verdicts, device.get());
        }
        return new Countersigned(signer.signature(claim.encode()));
    }

    /** Inside the envelope, and yet more than this machine has been seen to deliver at these speeds. */
    private Optional<Declined> contradiction(
            GenerationClaim claim, List<VisionVerdict> verdicts, ProductionDevice device) throws IOException {
        for (int i = 0; i < claim.intervalCount(); i++) {
            ProductionPeriod period = claim.statement().period(claim.firstInterval() + i);
            long energy = claim.statement().energy(claim.firstInterval() + i).toLong();
            Judgement judgement =
                    judge.judge(device, period, energy, verdicts, List.of()).judgement();
            if (judgement.consistency() == Consistency.INCONSISTENT) {
                return declined(
                        ClipRule.ENERGY_CONTRADICTED,
                        energy + " Wh in " + period + ": " + judgement.reasons() + ", excess " + judgement.excess());
            }
        }
        return Optional.empty();
    }

    private void learn(GenerationClaim claim, List<VisionVerdict> verdicts, ProductionDevice device)
            throws IOException {
        for (int i = 0; i < claim.intervalCount(); i++) {
            ProductionPeriod period = claim.statement().period(claim.firstInterval() + i);
            List<RotorSpeed> speeds = speeds(period, verdicts);
            double mean =
                    speeds.stream().mapToLong(RotorSpeed::microRpm).average().orElse(0);
            long watts = claim.statement().energy(claim.firstInterval() + i).toLong()
                    * SECONDS_PER_HOUR
                    / claim.statement().intervalSeconds();
            curves.accept(device, new AcceptedPair(period.startEpochSecond(), Math.round(mean), watts));
        }
    }

    private static List<RotorSpeed> speeds(ProductionPeriod period, List<VisionVerdict> verdicts) {
        List<RotorSpeed> speeds = new ArrayList<>();
        for (VisionVerdict verdict : verdicts) {
            if (period.contains(period(verdict))) {
                RotorSpeed.trustedIn(verdict).ifPresent(speeds::add);
            }
        }
        return speeds;
    }

    private Optional<Declined> evidence(
            GenerationClaim claim, List<SignedRecord> signed, List<VisionVerdict> verdicts, ProductionDevice device) {
        if (!claim.statement().meterId().equals(device.meterId())) {
            return declined(ClipRule.STATEMENT_OF_OTHER_METER, claim.statement().meterId());
        }
        for (int i = 0; i < signed.size(); i++) {
            if (!signer.isMine(signed.get(i))) {
                return declined(
                        ClipRule.VERDICT_NOT_MINE, signed.get(i).digest().toString());
            }
            VisionVerdict verdict = verdicts.get(i);
            if (!verdict.deviceId().equals(claim.deviceId())
                    || !claim.statement().period().contains(period(verdict))) {
                return declined(ClipRule.VERDICT_OF_OTHER_DEVICE, verdict.deviceId() + " " + period(verdict));
            }
        }
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(claim.signedStatement().encode());
        signed.forEach(record -> leaves.add(record.encode()));
        return MerkleTree.over(leaves).root().equals(claim.evidenceRoot())
                ? Optional.empty()
                : declined(ClipRule.EVIDENCE_ROOT_DIFFERS, claim.evidenceRoot().toString());
    }

    /** A camera before an array confirms nothing; what it does not contradict stays within the certified capacity. */
    private static Optional<Declined> arrayEnergy(GenerationClaim claim, ProductionDevice device) {
        if (claim.finding() == CameraFinding.INCONSISTENT) {
            return declined(ClipRule.FINDING_NOT_CONSISTENT, claim.finding().name());
        }
        IntervalStatement statement = claim.statement();
        long most = device.capacityW()
                        * (PERMILLE + CAPACITY_MARGIN_PERMILLE)
                        / PERMILLE
                        * statement.intervalSeconds()
                        / SECONDS_PER_HOUR
                + 1;
        for (int i = 0; i < claim.intervalCount(); i++) {
            long energy = statement.energy(claim.firstInterval() + i).toLong();
            if (claim.maxWh(i) > most) {
                return declined(ClipRule.ENVELOPE_WIDER_THAN_MINE, claim.maxWh(i) + " Wh over " + most);
            }
            if (energy > claim.maxWh(i)) {
                return declined(ClipRule.ENERGY_OUTSIDE_ENVELOPE, energy + " Wh over " + claim.maxWh(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<Declined> energy(
            GenerationClaim claim, List<VisionVerdict> verdicts, ProductionDevice device) {
        if (claim.finding() != CameraFinding.CONSISTENT) {
            return declined(ClipRule.FINDING_NOT_CONSISTENT, claim.finding().name());
        }
        IntervalStatement statement = claim.statement();
        for (int i = 0; i < claim.intervalCount(); i++) {
            ProductionPeriod period = statement.period(claim.firstInterval() + i);
            List<RotorSpeed> speeds = speeds(period, verdicts);
            if (speeds.isEmpty()) {
                return declined(ClipRule.NO_TRUSTED_VERDICT, period.toString());
            }
            EnergyEnvelope mine = EnergyEnvelope.of(speeds, device.rotor(), statement.intervalSeconds());
            long energy = statement.energy(claim.firstInterval() + i).toLong();
            if (claim.maxWh(i) > mine.maxWh()) {
                return declined(ClipRule.ENVELOPE_WIDER_THAN_MINE, claim.maxWh(i) + " Wh over " + mine.maxWh());
            }
            if (energy > mine.maxWh() || energy > claim.maxWh(i) || energy < claim.minWh(i)) {
                return declined(
                        ClipRule.ENERGY_OUTSIDE_ENVELOPE,
                        energy + " Wh in " + period + ", mine " + mine.minWh() + " .. " + mine.maxWh());
            }
        }
        return Optional.empty();
    }

    private static ProductionPeriod period(VisionVerdict verdict) {
        return ProductionPeriod.between(verdict.intervalStartEpochSecond(), verdict.intervalEndEpochSecond());
    }

    private static Optional<Declined> declined(ClipRule rule, String detail) {
        return Optional.of(new Declined(rule, detail));
    }
}
