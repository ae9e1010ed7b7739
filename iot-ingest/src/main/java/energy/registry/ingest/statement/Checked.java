package energy.registry.ingest.statement;

import java.util.List;

/** What the checks that need no history say of a message. */
public sealed interface Checked {
    /** It may be kept if its place in the chain is right. */
    record Sound(Candidate candidate, String deviceId, List<Finding> findings) implements Checked {}

    /** It is refused whatever came before it. */
    record Unsound(Arrival arrival, String meterId, Refusal refusal) implements Checked {}
}
