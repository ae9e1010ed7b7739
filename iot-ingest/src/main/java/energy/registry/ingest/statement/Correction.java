package energy.registry.ingest.statement;

import energy.registry.domain.evidence.IntervalStatement;
import java.time.Instant;
import java.util.Optional;

/**
 * What a signed statement has to be to take another's place: of the same time and number, naming the one that it
 * supersedes as its predecessor (so that the key signs the intention too), and within what the register gained, so that
 * the neighbours in the chain stay as they are. It moves energy between intervals or takes energy away; it never adds to
 * what the register counted.
 */
public final class Correction {
    /** As long as the registry takes late data: the upload window of M-RETS for plants above 150 kW, days. */
    static final int DAYS_MAX = 62;

    private static final long SECONDS_PER_DAY = 86_400;

    private Correction() {}

    /** Empty where the candidate may supersede the standing statement. */
    public static Optional<Refusal> refusal(Standing standing, Candidate candidate, Instant now) {
        IntervalStatement before = standing.statement();
        IntervalStatement after = candidate.statement();
        if (standing.supersededBy() != null) {
            return refuse(
                    IntakeRule.CORRECTION_OF_CURRENT,
                    "statementDigest",
                    standing.digest(),
                    "In its place holds " + standing.supersededBy());
        }
        if (!after.previous().equals(standing.digest())) {
            return refuse(
                    IntakeRule.CORRECTION_OF_CURRENT, "previous", after.previous(), "Expected " + standing.digest());
        }
        if (!isSamePlace(before, after)) {
            return refuse(
                    IntakeRule.CORRECTION_SAME_PLACE,
                    "sequence",
                    after.epoch() + "/" + after.sequence(),
                    "Expected " + before.meterId() + " " + before.epoch() + "/" + before.sequence() + ", "
                            + before.intervalCount() + " intervals from "
                            + Instant.ofEpochSecond(before.period().startEpochSecond()));
        }
        if (after.registerStartWh() < before.registerStartWh() || after.registerEndWh() > before.registerEndWh()) {
            return refuse(
                    IntakeRule.CORRECTION_WITHIN_REGISTER,
                    "registersWh",
                    after.registerStartWh() + " to " + after.registerEndWh(),
                    "The register went from " + before.registerStartWh() + " to " + before.registerEndWh() + " Wh");
        }
        if (now.getEpochSecond() > before.period().endEpochSecond() + DAYS_MAX * SECONDS_PER_DAY) {
            return refuse(
                    IntakeRule.CORRECTION_IN_TIME,
                    "end",
                    Instant.ofEpochSecond(before.period().endEpochSecond()),
                    "It is " + now + " now");
        }
        return standing.claimUnderWay()
                ? refuse(IntakeRule.CLAIM_NOT_UNDER_WAY, "statementDigest", standing.digest(), "One is")
                : Optional.empty();
    }

    private static boolean isSamePlace(IntervalStatement before, IntervalStatement after) {
        return after.meterId().equals(before.meterId())
                && after.epoch() == before.epoch()
                && after.sequence() == before.sequence()
                && after.intervalSeconds() == before.intervalSeconds()
                && after.period().equals(before.period());
    }

    private static Optional<Refusal> refuse(IntakeRule rule, String field, Object value, String seen) {
        return Optional.of(Refusal.of(rule, field, value, seen));
    }
}
