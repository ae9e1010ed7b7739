package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what a sound statement is to its meter's chain: sequence, hash chain, time and register must go on. */
public final class Chain {
    /** Statements that may wait for one that they overtook: a day of five-minute intervals nearly, and bounded. */
    public static final int EARLY_MAX = 256;

    private Chain() {}

    /**
     * @param known the statement accepted, or waiting, under the same epoch and sequence, if any
     * @param capacityW bounds what may have flowed in a gap
     */
    public static Succession follow(Position at, Candidate candidate, Optional<Known> known, long capacityW) {
        if (known.isPresent() && known.get().holds(candidate.content())) {
            return new Succession.Duplicate(known.get().digest());
        }
        if (at.isHeld()) {
            return refused(IntakeRule.DEVICE_HELD, "meterId", at.meterId(), "On hold for " + at.heldReason());
        }
        if (known.isPresent()
                && candidate.statement().previous().equals(known.get().digest())) {
            return refused(
                    IntakeRule.CORRECTION_HAS_ITS_DOOR, "previous", known.get().digest(), "It was signed as one");
        }
        if (known.isPresent()) {
            return equivocation(at, candidate);
        }
        IntervalStatement statement = candidate.statement();
        boolean newEpoch = at.openEpoch() != null && statement.epoch() == at.openEpoch();
        if (statement.epoch() != at.epoch() && !newEpoch) {
            return refused(
                    IntakeRule.EPOCH_NOT_OPEN,
                    "epoch",
                    statement.epoch(),
                    "Seen epoch " + statement.epoch() + ", open is " + at.epoch());
        }
        return newEpoch
                ? inSequence(at, candidate, 0, capacityW)
                : inSequence(at, candidate, at.nextSequence(), capacityW);
    }

    private static Succession equivocation(Position at, Candidate candidate) {
        IntervalStatement statement = candidate.statement();
        Refusal refusal = Refusal.of(
                IntakeRule.EQUIVOCATION,
                "sequence",
                statement.sequence(),
                "Number " + statement.epoch() + "/" + statement.sequence() + " was signed with other content before");
        return new Succession.Equivocation(
                at.held("EQUIVOCATION at " + statement.epoch() + "/" + statement.sequence()), refusal);
    }

    private static Succession inSequence(Position at, Candidate candidate, long expected, long capacityW) {
        long sequence = candidate.statement().sequence();
        if (sequence < expected) {
            return refused(IntakeRule.SEQUENCE_TOO_OLD, "sequence", sequence, "Expected " + expected);
        }
        if (sequence > expected + EARLY_MAX) {
            return refused(IntakeRule.SEQUENCE_TOO_FAR, "sequence", sequence, "Expected " + expected);
        }
        return sequence > expected ? new Succession.Early() : linked(at, candidate, capacityW);
    }

    private static Succession linked(Position at, Candidate candidate, long capacityW) {
        IntervalStatement statement = candidate.statement();
        Digest expected = statement.epoch() == at.epoch() ? at.previous() : Digest.ZERO; // a new meter knows no old one
        if (!statement.previous().equals(expected)) {
            return refused(IntakeRule.CHAIN_BROKEN, "previous", statement.previous(), "Expected " + expected);
        }
        if (at.lastEnd() == null) {
            return new Succession.Next(at.after(candidate), List.of());
        }
        long gapSeconds = statement.period().startEpochSecond() - at.lastEnd().getEpochSecond();
        if (gapSeconds < 0) {
            return refused(
                    IntakeRule.INTERVAL_OVERLAP,
                    "startEpochSecond",
                    Instant.ofEpochSecond(statement.period().startEpochSecond()),
                    "Time is accounted for up to " + at.lastEnd());
        }
        return statement.epoch() == at.epoch()
                ? continued(at, candidate, gapSeconds, capacityW)
                : opened(at, candidate, capacityW);
    }

    /** The first statement of a new register; where its first value was recorded, it goes on from there. */
    private static Succession opened(Position at, Candidate candidate, long capacityW) {
        IntervalStatement statement = candidate.statement();
        Opening opening = at.opening();
        if (opening.registerWh() != null) {
            long seconds = Math.max(
                    0, statement.period().startEpochSecond() - opening.from().getEpochSecond());
            long flowed = statement.registerStartWh() - opening.registerWh();
            long most = seconds == 0 ? 0 : Capacity.energyWh(capacityW, seconds);
            if (flowed < 0 || flowed > most) {
                return refused(
                        IntakeRule.REGISTER_DISCONTINUITY,
                        "registersWh",
                        statement.registerStartWh(),
                        "The exchange was recorded with " + opening.registerWh() + " Wh at " + opening.from()
                                + "; since then at most " + most + " Wh could flow");
            }
        }
        return new Succession.Next(at.after(candidate), List.of(newEpoch(statement)));
    }

    private static Succession continued(Position at, Candidate candidate, long gapSeconds, long capacityW) {
        long flowed = candidate.statement().registerStartWh() - at.registerWh();
        long most = gapSeconds == 0 ? 0 : Capacity.energyWh(capacityW, gapSeconds);
        if (flowed < 0 || flowed > most) {
            return refused(
                    IntakeRule.REGISTER_DISCONTINUITY,
                    "registersWh",
                    candidate.statement().registerStartWh(),
                    "It stood at " + at.registerWh() + " Wh at " + at.lastEnd() + "; since then at most " + most
                            + " Wh could flow");
        }
        return new Succession.Next(
                at.after(candidate), gapSeconds == 0 ? List.of() : List.of(gap(at, gapSeconds, flowed, most)));
    }

    private static Finding gap(Position at, long gapSeconds, long flowed, long most) {
        return new Finding(
                "TIME_GAP",
                1,
                Outcome.FLAG,
                at.lastEnd(),
                at.lastEnd().plusSeconds(gapSeconds),
                gapSeconds + " s, " + flowed + " Wh",
                most + " Wh",
                "No statement covers the time from " + at.lastEnd()
                        + " on; the register bridges it, its energy is not certified by interval.");
    }

    private static Finding newEpoch(IntervalStatement statement) {
        return new Finding(
                "EPOCH_OPENED",
                1,
                Outcome.FLAG,
                Instant.ofEpochSecond(statement.period().startEpochSecond()),
                Instant.ofEpochSecond(statement.period().endEpochSecond()),
                "epoch " + statement.epoch(),
                "",
                "The register starts anew, as recorded.");
    }

    private static Succession refused(IntakeRule rule, String field, Object value, String seen) {
        return new Succession.Refused(Refusal.of(rule, field, value, seen));
    }
}
