package energy.registry.ingest.statement;

import java.time.Instant;

/**
 * A message as it came through a door.
 *
 * @param meterId the meter that the door was told, or null where the door has no such notion
 * @param peer who was on the line, for the record only: the signature decides
 */
public record Arrival(byte[] bytes, String door, String peer, String meterId, Instant receivedAt) {}
