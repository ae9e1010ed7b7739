package energy.registry.domain.cursor;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.time.Instant;
import java.util.Optional;

/** The rules that one claim must meet at one cursor, in order of precedence; signatures are checked last but one group. */
final class ClaimRules {
    /** A certified maximum may be passed by this much for a short time (domain rule: between 100 and 110 %). */
    private static final long CAPACITY_MARGIN_PERCENT = 110;

    private static final long SECONDS_PER_HOUR = 3_600;

    private final MeterCursor cursor;
    private final SignedClaim signed;
    private final GenerationClaim claim;
    private final IntervalStatement statement;
    private final SignatureCheck signatures;

    ClaimRules(MeterCursor cursor, SignedClaim signed, SignatureCheck signatures) {
        this.cursor = cursor;
        this.signed = signed;
        this.claim = signed.claim();
        this.statement = claim.statement();
        this.signatures = signatures;
    }

    Verdict check() {
        return Verdict.firstOf(this::identity, this::evidence, this::history, this::energy);
    }

    private Verdict identity() {
        MeterTerms terms = cursor.terms();
        return Verdict.firstOf(
                () -> Rule.METER_IS_REGISTERED.holds(
                        statement.meterId().equals(terms.meterId()), "meter " + statement.meterId()),
                () -> Rule.DEVICE_OWNS_METER.holds(
                        claim.deviceId().equals(terms.device().deviceId()), "device " + claim.deviceId()),
                () -> Rule.DEVICE_IS_ACTIVE.holds(cursor.isActive(), "device " + claim.deviceId()));
    }

    private Verdict evidence() {
        MeterTerms terms = cursor.terms();
        return Verdict.firstOf(
                () -> Rule.METER_SIGNED_STATEMENT.holds(
                        claim.signedStatement().isSignedBy(terms.meterKey(), signatures),
                        "key " + claim.signedStatement().signature().keyId()),
                this::quorum,
                () -> Rule.CAMERA_SUPPORTS_ENERGY.holds(
                        supports(terms.cameraPolicy(), claim.finding()),
                        claim.finding() + " under policy " + terms.cameraPolicy()),
                () -> Rule.QUALITY_IS_NOT_ESTIMATED.holds(
                        statement.quality() != Quality.ESTIMATED, "quality " + statement.quality()));
    }

    private Verdict quorum() {
        int signers = signed.validSignatures(cursor.terms().verifiers(), signatures);
        return Rule.QUORUM_SIGNED_CLAIM.holds(
                signers >= cursor.terms().quorum(),
                signers + " of " + cursor.terms().quorum());
    }

    private static boolean supports(CameraPolicy policy, CameraFinding finding) {
        return policy == CameraPolicy.REQUIRED
                ? finding == CameraFinding.CONSISTENT
                : finding != CameraFinding.INCONSISTENT;
    }

    private Verdict history() {
        ProductionPeriod period = MeterCursor.claimed(claim, statement);
        return Verdict.firstOf(
                () -> Rule.INTERVAL_IS_ON_GRID.holds(
                        statement.intervalSeconds() == cursor.terms().intervalSeconds(),
                        statement.intervalSeconds() + " s on a grid of "
                                + cursor.terms().intervalSeconds() + " s"),
                () -> Rule.REGISTER_DOES_NOT_FALL.holds(statement.isMonotonic(), statement.toString()),
                () -> inGap(period));
    }

    private Verdict inGap(ProductionPeriod period) {
        MeterPosition position = cursor.position();
        Optional<Gap> found = position.gapAround(period);
        if (!found.isPresent()) {
            return Rule.INTERVAL_NOT_YET_ISSUED.isBrokenBy(period + " of meter " + statement.meterId()
                    + ", issued until " + Instant.ofEpochSecond(position.lastEndEpochSecond()));
        }
        Gap gap = found.get();
        long[] registers = Gap.registersOf(statement, claim.firstInterval(), claim.intervalCount());
        return Verdict.firstOf(
                () -> Rule.EPOCH_IS_CURRENT.holds(
                        statement.epoch() == gap.epoch(), statement.epoch() + " is not " + gap.epoch()),
                () -> gap.fits(period, registers[0], registers[1]),
                () -> gap.isOpen() ? chain(position) : Verdict.VALID);
    }

    /** Later time comes with a later statement, and where it is the very next one it names the one before. */
    private Verdict chain(MeterPosition position) {
        long step = statement.sequence() - position.sequence();
        return Verdict.firstOf(
                () -> Rule.SEQUENCE_CONTINUES.holds(step >= 0, statement.sequence() + " after " + position.sequence()),
                () -> Rule.STATEMENT_CHAIN_CONTINUES.holds(
                        step != 0 || claim.signedStatement().digest().equals(position.lastStatement()),
                        "another statement with sequence " + statement.sequence()),
                () -> Rule.STATEMENT_CHAIN_CONTINUES.holds(
                        step != 1 || statement.previous().equals(position.lastStatement()),
                        "previous " + statement.previous() + " is not " + position.lastStatement()));
    }

    private Verdict energy() {
        for (int i = 0; i < claim.intervalCount(); i++) {
            int interval = claim.firstInterval() + i;
            long energyWh = statement.energy(interval).toLong();
            long maxWh = claim.maxWh(i);
            long capacityWh = capacityWh();
            ProductionPeriod period = statement.period(interval);
            Verdict verdict = Verdict.firstOf(
                    () -> Rule.ENERGY_IS_WITHIN_ENVELOPE.holds(
                            energyWh <= maxWh, energyWh + " Wh above " + maxWh + " Wh in " + period),
                    () -> Rule.ENERGY_IS_WITHIN_CAPACITY.holds(
                            energyWh <= capacityWh, energyWh + " Wh above " + capacityWh + " Wh in " + period));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private long capacityWh() {
        long perHour = Math.multiplyExact(cursor.terms().device().capacityW(), CAPACITY_MARGIN_PERCENT) / 100;
        return Math.multiplyExact(perHour, statement.intervalSeconds()) / SECONDS_PER_HOUR;
    }
}
