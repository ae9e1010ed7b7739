package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import java.util.List;

/** What a sound statement is to its meter's chain. */
public sealed interface Succession {
    /** The next link. */
    record Next(Position position, List<Finding> findings) implements Succession {}

    /** A link that overtook a predecessor; it waits. */
    record Early() implements Succession {}

    /** The same word again. */
    record Duplicate(Digest original) implements Succession {}

    /** Another word under a used number: the meter is held. */
    record Equivocation(Position position, Refusal refusal) implements Succession {}

    /** No link of this chain. */
    record Refused(Refusal refusal) implements Succession {}
}
