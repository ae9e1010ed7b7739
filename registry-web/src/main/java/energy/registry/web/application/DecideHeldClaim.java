package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Decision;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.port.Meters;
import java.util.Optional;

/** The issuing body releases a held claim to be issued, or rejects it; either way with a reason that is kept. */
public final class DecideHeldClaim {
    /** A reason must say something: shorter ones are slips of the finger. */
    public static final int REASON_LENGTH_MIN = 10;
    /** Longest reason: a paragraph. */
    public static final int REASON_LENGTH_MAX = 1_000;

    private final Meters meters;

    public DecideHeldClaim(Meters meters) {
        this.meters = meters;
    }

    public Outcome<Decision> decide(
            Actor actor, String statementDigest, int interval, Decision decision, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ISSUING_BODY).or(() -> wrong(decision, reason));
        return refusal.<Outcome<Decision>>map(Outcome::refused)
                .orElseGet(() -> meters.decide(statementDigest, interval, decision, actor.user(), reason.strip()));
    }

    private static Optional<Refusal> wrong(Decision decision, String reason) {
        if (decision == null) {
            return Optional.of(Refusal.invalid("decision", "", "Choose RELEASE or REJECT."));
        }
        int length = reason == null ? 0 : reason.strip().length();
        if (length < REASON_LENGTH_MIN || length > REASON_LENGTH_MAX) {
            return Optional.of(Refusal.invalid(
                    "reason",
                    reason == null ? "" : reason,
                    "Give a reason of " + REASON_LENGTH_MIN + " to " + REASON_LENGTH_MAX + " characters."));
        }
        return Optional.empty();
    }
}
