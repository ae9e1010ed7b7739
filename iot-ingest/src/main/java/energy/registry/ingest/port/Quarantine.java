package energy.registry.ingest.port;

import energy.registry.domain.encoding.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was refused, with its bytes. */
public interface Quarantine {
    /**
     * Newest first.
     *
     * @param meterId or null for all
     * @param before smaller ids only; null for the first page
     */
    List<Item> page(String meterId, Long before, int limit);

    Optional<Item> byId(long id);

    /** The bytes as they came, or their beginning where they were too long to keep. */
    byte[] bytes(long id);

    void drivenAgain(long id, String actor, String reason, String outcome, Instant now);

    /** @param times how often the same bytes were refused for the same reason */
    record Item(
            long id,
            Digest sha256,
            String door,
            String peer,
            String rule,
            String field,
            String detail,
            String meterId,
            Instant receivedAt,
            Instant lastAt,
            long times,
            List<Attempt> attempts) {
        public Item {
            attempts = List.copyOf(attempts);
        }
    }

    /** One time that it was tried again. */
    record Attempt(String actor, String reason, String outcome, Instant at) {}
}
