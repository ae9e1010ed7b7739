package energy.registry.web.model.office;

import java.time.Instant;

/**
 * Who changed what, when and why. {@code concerns} is the organisation it happened to, which may not be the actor's.
 */
public record Activity(
        long seq,
        Instant at,
        String actor,
        String organisation,
        String act,
        String subject,
        String concerns,
        String sentence,
        String reason) {}
