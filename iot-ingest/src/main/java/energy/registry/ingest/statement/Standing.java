package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;

/**
 * A kept statement that somebody wants to correct.
 *
 * @param id its number in the store
 * @param supersededBy what holds in its place now, or null while it holds itself
 * @param claimUnderWay whether an interval of it is on its way to the ledger at this moment
 */
public record Standing(
        long id, Digest digest, IntervalStatement statement, Digest supersededBy, boolean claimUnderWay) {}
