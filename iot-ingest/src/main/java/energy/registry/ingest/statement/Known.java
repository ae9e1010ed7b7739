package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import java.util.Set;

/**
 * A statement that is kept already.
 *
 * @param digest of the signed record
 * @param content digest of what was signed
 * @param superseded contents that held in the same place before they were corrected
 */
public record Known(Digest digest, Digest content, Set<Digest> superseded) {
    public Known {
        superseded = Set.copyOf(superseded);
    }

    public Known(Digest digest, Digest content) {
        this(digest, content, Set.of());
    }

    /** Whether this was said in its place, then or now. */
    boolean holds(Digest said) {
        return said.equals(content) || superseded.contains(said);
    }
}
