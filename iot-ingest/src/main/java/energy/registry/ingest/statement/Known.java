package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;

/**
 * A statement that is kept already.
 *
 * @param digest of the signed record
 * @param content digest of what was signed
 */
public record Known(Digest digest, Digest content) {}
