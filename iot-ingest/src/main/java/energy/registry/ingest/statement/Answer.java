package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import java.util.List;

/**
 * What a sender is told once the outcome is durable.
 *
 * @param statement digest of the statement, or null when the message was not readable
 * @param refusal present exactly when REFUSED
 * @param position of the meter after the decision, or null when the meter is not known
 */
public record Answer(
        Digest statement, String meterId, Status status, List<Finding> findings, Refusal refusal, Position position) {

    /** How the statement stands. */
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        /** Kept; it waits for a predecessor. */
        EARLY,
        /** Kept in the log between doors and validators, not decided yet. */
        QUEUED,
        REFUSED
    }

    public Answer {
        findings = List.copyOf(findings);
    }
}
