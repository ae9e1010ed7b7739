package energy.registry.domain.cursor;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
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

    private final MeterTerms terms;
    private final MeterPosition position;
    private final SignedClaim signed;
    private final GenerationClaim claim;
    private final IntervalStatement statement;
    private final ProductionPeriod period;
    private final SignatureCheck signatures;

    /** @param terms under which the claimed time lies */
    ClaimRules(MeterTerms terms, MeterPosition position, SignedClaim signed, SignatureCheck signatures) {
        this.terms = terms;
        this.position = position;
        this.signed = signed;
        this.claim = signed.claim();
        this.statement = claim.statement();
        this.period = claim.period();
        this.signatures = signatures;
    }

    /** Whether the claim has come to the right cursor, and in time of which certificates are issued. */
    static Verdict identity(MeterCursor cursor, GenerationClaim claim) {
        MeterTerms latest = cursor.terms();
        String meterId = claim.statement().meterId();
        return Verdict.firstOf(
                () -> Rule.METER_IS_REGISTERED.holds(meterId.equals(latest.meterId()), "meter " + meterId),
                () -> Rule.DEVICE_OWNS_METER.holds(
                        claim.deviceId().equals(latest.device().deviceId()), "device " + claim.deviceId()),
                () -> Rule.DEVICE_IS_ACTIVE.holds(
                        claim.period().endEpochSecond() <= cursor.claimableUntilEpochSecond(),
                        "device " + claim.deviceId()));
    }

    Verdict check(long issuedEpochSecond, LateWindow window) {
        return Verdict.firstOf(this::evidence, this::history, this::energy, () -> right(issuedEpochSecond, window));
    }

    /** A recording or a simulation conveys no energy and is played at any time. */
    private Verdict right(long issuedEpochSecond, LateWindow window) {
        boolean live = statement.origin() == Origin.LIVE;
        return Verdict.firstOf(
                () -> terms.standing().permits(period),
                () -> Rule.ENERGY_IS_PRODUCED.holds(
                        !live || period.endEpochSecond() <= issuedEpochSecond,
                        period + " is not over at " + Instant.ofEpochSecond(issuedEpochSecond)),
                () -> Rule.ISSUE_IS_IN_TIME.holds(
                        !live || window.admits(period, issuedEpochSecond),
                        period + " at " + Instant.ofEpochSecond(issuedEpochSecond)));
    }

    private Verdict evidence() {
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
        int signers = signed.validSignatures(terms.verifiers(), signatures);
        return Rule.QUORUM_SIGNED_CLAIM.holds(signers >= terms.quorum(), signers + " of " + terms.quorum());
    }

    private static boolean supports(CameraPolicy policy, CameraFinding finding) {
        return policy == CameraPolicy.REQUIRED
                ? finding == CameraFinding.CONSISTENT
                : finding != CameraFinding.INCONSISTENT;
    }

    private Verdict history() {
        return Verdict.firstOf(
                () -> Rule.INTERVAL_IS_ON_GRID.holds(
                        statement.intervalSeconds() == terms.intervalSeconds(),
                        statement.intervalSeconds() + " s on a grid of " + terms.intervalSeconds() + " s"),
                () -> Rule.REGISTER_DOES_NOT_FALL.holds(statement.isMonotonic(), statement.toString()),
                this::inGap);
    }

    private Verdict inGap() {
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
                () -> gap.isOpen() ? chain() : Verdict.VALID);
    }

    /** Later time comes with a later statement, and where it is the very next one it names the one before. */
    private Verdict chain() {
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
            ProductionPeriod hour = statement.period(interval);
            Verdict verdict = Verdict.firstOf(
                    () -> Rule.ENERGY_IS_WITHIN_ENVELOPE.holds(
                            energyWh <= maxWh, energyWh + " Wh above " + maxWh + " Wh in " + hour),
                    () -> Rule.ENERGY_IS_WITHIN_CAPACITY.holds(
                            energyWh <= capacityWh, energyWh + " Wh above " + capacityWh + " Wh in " + hour));
            if (!verdict.isValid()) {
                return verdict;
            }
        }
        return Verdict.VALID;
    }

    private long capacityWh() {
        long perHour = Math.multiplyExact(terms.device().capacityW(), CAPACITY_MARGIN_PERCENT) / 100;
        return Math.multiplyExact(perHour, statement.intervalSeconds()) / SECONDS_PER_HOUR;
    }
}
