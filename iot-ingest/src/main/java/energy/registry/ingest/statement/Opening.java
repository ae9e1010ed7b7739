package energy.registry.ingest.statement;

import java.time.Instant;

/**
 * An epoch that the issuing body opened and no statement has used yet.
 *
 * @param registerWh the new register's first value, or null where only the beginning was recorded
 * @param from when it showed that value; null with it
 */
public record Opening(int epoch, Long registerWh, Instant from) {}
