package energy.registry.web.application.office;

import energy.registry.web.model.Refusal;
import java.util.Optional;

/** The reason that every decision needs, and keeps. */
final class Reasons {
    /** A reason must say something: shorter ones are slips of the finger. */
    static final int LENGTH_MIN = 10;
    /** Longest reason: a paragraph. */
    static final int LENGTH_MAX = 1_000;

    private Reasons() {}

    static Optional<Refusal> wrong(String reason) {
        int length = reason == null ? 0 : reason.strip().length();
        return length >= LENGTH_MIN && length <= LENGTH_MAX
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "reason",
                        reason == null ? "" : reason,
                        "Give a reason of " + LENGTH_MIN + " to " + LENGTH_MAX + " characters; it is kept."));
    }
}
