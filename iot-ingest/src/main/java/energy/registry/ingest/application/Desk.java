package energy.registry.ingest.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.port.ClaimStore;
import java.util.Optional;

/** The issuing body's desk: decisions on held intervals, each with who, when and why. */
public final class Desk {
    /** Longest reason, characters: a paragraph. */
    private static final int REASON_CHARS_MAX = 2_000;

    private static final int ACTOR_CHARS_MAX = 120;

    private final JoinClaims join;

    public Desk(JoinClaims join) {
        this.join = join;
    }

    /**
     * @return the interval's status after the decision; empty when it is not held
     * @throws IllegalArgumentException naming the field that is missing or too long
     */
    public Optional<String> decide(Digest statement, int interval, String decision, String actor, String reason) {
        boolean release = decision.equals("RELEASE");
        require(release || decision.equals("REJECT"), "decision", "use RELEASE or REJECT");
        require(!actor.isBlank() && actor.length() <= ACTOR_CHARS_MAX, "actor", "name who decides");
        require(!reason.isBlank() && reason.length() <= REASON_CHARS_MAX, "reason", "say why, in a paragraph");
        return join.decide(new ClaimStore.Decision(statement, interval, release, actor, reason));
    }

    private static void require(boolean holds, String field, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + remedy);
        }
    }
}
