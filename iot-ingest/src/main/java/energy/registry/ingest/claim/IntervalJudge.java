package energy.registry.ingest.claim;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.EnergyEnvelope;
import energy.registry.domain.claim.RotorSpeed;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.VisionVerdict;
import energy.registry.ingest.claim.Judgement.Next;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges one interval by its device's policy. The envelope is the kernel's arithmetic, the same that the verifier uses
 * when it countersigns; without a trusted speed the envelope is what the certified capacity permits.
 */
public final class IntervalJudge {
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final double MICRO = 1e6;

    private IntervalJudge() {}

    /** @param graceOver whether the time in which a verdict may still come has passed */
    public static Judgement judge(
            ProductionDevice device,
            IntervalStatement statement,
            int n,
            List<SeenVerdict> verdicts,
            boolean graceOver) {
        if (statement.quality() == Quality.ESTIMATED) {
            return held(
                    device,
                    statement,
                    CameraFinding.ABSENT,
                    List.of(ReasonCode.QUALITY_ESTIMATED.because("The meter calls this value an estimate.")));
        }
        if (device.cameraPolicy() == CameraPolicy.NONE || verdicts.isEmpty()) {
            return withoutCamera(device, statement, graceOver);
        }
        return new Seen(device, statement, n, verdicts).judge();
    }

    private static Judgement withoutCamera(ProductionDevice device, IntervalStatement statement, boolean graceOver) {
        if (device.cameraPolicy() == CameraPolicy.NONE) {
            return uncontradicted(device, statement, CameraFinding.ABSENT, Next.CLAIM);
        }
        if (!graceOver) {
            return uncontradicted(device, statement, CameraFinding.ABSENT, Next.WAIT);
        }
        return device.cameraPolicy() == CameraPolicy.ADVISORY
                ? uncontradicted(device, statement, CameraFinding.ABSENT, Next.CLAIM)
                : held(
                        device,
                        statement,
                        CameraFinding.ABSENT,
                        List.of(
                                ReasonCode.VERDICT_MISSING.because(
                                        "No verdict on footage of this interval came in time, and the device's policy requires one.")));
    }

    private static Judgement uncontradicted(
            ProductionDevice device, IntervalStatement statement, CameraFinding finding, Next next) {
        return new Judgement(next, finding, 0, capacityWh(device, statement), List.of());
    }

    private static Judgement held(
            ProductionDevice device, IntervalStatement statement, CameraFinding finding, List<Reason> reasons) {
        return new Judgement(Next.HOLD, finding, 0, capacityWh(device, statement), reasons);
    }

    private static long capacityWh(ProductionDevice device, IntervalStatement statement) {
        return energy.registry.ingest.statement.Capacity.energyWh(device.capacityW(), statement.intervalSeconds());
    }

    /** An interval with at least one verdict. */
    private static final class Seen {
        private final ProductionDevice device;
        private final IntervalStatement statement;
        private final ProductionPeriod period;
        private final long energyWh;
        private final List<SeenVerdict> verdicts;
        private final List<Reason> reasons = new ArrayList<>();

        Seen(ProductionDevice device, IntervalStatement statement, int n, List<SeenVerdict> verdicts) {
            this.device = device;
            this.statement = statement;
            this.period = statement.period(n);
            this.energyWh = statement.energy(n).toLong();
            this.verdicts = verdicts;
        }

        Judgement judge() {
            List<RotorSpeed> speeds = speeds();
            boolean reused = verdicts.stream().anyMatch(SeenVerdict::reused);
            if (speeds.isEmpty() || device.rotor() == null) {
                noSpeed(speeds.isEmpty());
                return inconclusive();
            }
            EnergyEnvelope envelope = EnergyEnvelope.of(speeds, device.rotor(), (int) period.seconds());
            if (energyWh > envelope.maxWh()) {
                reasons.add(above(envelope, speeds));
                return new Judgement(
                        Next.HOLD, CameraFinding.INCONSISTENT, envelope.minWh(), envelope.maxWh(), reasons);
            }
            long minWh = envelope.minWh();
            if (energyWh < minWh) {
                reasons.add(below(envelope, speeds));
                minWh = 0;
            }
            CameraFinding finding = reused ? CameraFinding.INCONCLUSIVE : CameraFinding.CONSISTENT;
            return new Judgement(reused ? Next.HOLD : Next.CLAIM, finding, minWh, envelope.maxWh(), reasons);
        }

        /** The speeds that may be relied on; every verdict that may not adds its reason. */
        private List<RotorSpeed> speeds() {
            List<RotorSpeed> speeds = new ArrayList<>();
            for (SeenVerdict seen : verdicts) {
                VisionVerdict verdict = seen.verdict();
                if (seen.reused()) {
                    reasons.add(ReasonCode.CLIP_REUSED.because(
                            "Clip " + verdict.clip() + " was evidence for another interval or device before."));
                }
                Optional<RotorSpeed> speed = RotorSpeed.trustedIn(verdict);
                speed.filter(s -> speeds.size() < EnergyEnvelope.CLIPS_MAX).ifPresent(speeds::add);
                if (!verdict.integrity().isEmpty()) {
                    reasons.add(ReasonCode.FOOTAGE_NOT_TRUSTED.because("The footage of camera " + verdict.cameraId()
                            + " is not trusted: " + String.join(", ", verdict.integrity()) + "."));
                }
            }
            return speeds;
        }

        private void noSpeed(boolean unseen) {
            if (device.technology() == Technology.SOLAR) {
                return; // an array has no rotor whose speed could be missed
            }
            if (unseen && reasons.stream().noneMatch(r -> r.code().equals(ReasonCode.FOOTAGE_NOT_TRUSTED.name()))) {
                reasons.add(ReasonCode.ROTOR_SPEED_UNKNOWN.because("No clip shows the rotor's speed: "
                        + String.join(", ", verdicts.get(0).verdict().reasons()) + "."));
            } else if (!unseen) {
                reasons.add(ReasonCode.ROTOR_SPEED_UNKNOWN.because("The device is registered without a rotor curve."));
            }
        }

        private Judgement inconclusive() {
            boolean required = device.cameraPolicy() == CameraPolicy.REQUIRED;
            boolean reused = verdicts.stream().anyMatch(SeenVerdict::reused);
            return new Judgement(
                    required || reused ? Next.HOLD : Next.CLAIM,
                    CameraFinding.INCONCLUSIVE,
                    0,
                    capacityWh(device, statement),
                    reasons);
        }

        private Reason above(EnergyEnvelope envelope, List<RotorSpeed> speeds) {
            return ReasonCode.ENERGY_ABOVE_ENVELOPE.because("The meter says " + energyWh + " Wh (" + meanW(energyWh)
                    + " W on average); a rotor at " + shown(speeds) + " delivers at most " + envelope.maxWh() + " Wh ("
                    + meanW(envelope.maxWh()) + " W) in " + period.seconds() + " s.");
        }

        private Reason below(EnergyEnvelope envelope, List<RotorSpeed> speeds) {
            return ReasonCode.ENERGY_BELOW_ENVELOPE.because("The meter says " + energyWh + " Wh; a rotor at "
                    + shown(speeds) + " usually delivers at least " + envelope.minWh() + " Wh in " + period.seconds()
                    + " s.");
        }

        private long meanW(long wattHours) {
            return wattHours * SECONDS_PER_HOUR / period.seconds();
        }

        private static String shown(List<RotorSpeed> speeds) {
            double mean =
                    speeds.stream().mapToLong(RotorSpeed::microRpm).average().orElse(0) / MICRO;
            double own = speeds.stream()
                            .mapToLong(RotorSpeed::standardUncertaintyMicroRpm)
                            .max()
                            .orElse(0)
                    / MICRO;
            return String.format(
                    Locale.ROOT,
                    "%.2f rpm (u = %.2f rpm, %d clip%s)",
                    mean,
                    own,
                    speeds.size(),
                    speeds.size() == 1 ? "" : "s");
        }
    }
}
