package energy.registry.ingest.statement;

import java.time.Instant;

/**
 * What a rule noticed about an accepted statement. The raw value is kept as it is.
 *
 * @param rule the rule's id
 * @param version the rule's version
 * @param outcome what follows for the intervals within the time
 * @param from start of the time that the finding speaks of; it may lie before the statement
 * @param to end of that time
 * @param observed the value seen, with its unit
 * @param limit the value allowed, with its unit
 * @param text one sentence for people
 */
public record Finding(
        String rule,
        int version,
        Outcome outcome,
        Instant from,
        Instant to,
        String observed,
        String limit,
        String text) {}
