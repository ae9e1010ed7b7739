package energy.registry.ingest.port;

import energy.registry.domain.identity.SigningKey;
import java.time.Instant;

/** Amendments of devices' records on the ledger. */
public interface LedgerDevices {
    /**
     * Has the record name another key from a time on, everything else as announced; idempotent by the request's id.
     *
     * @param announced the ledger's newest announcement of the device, JSON
     */
    Amendment nameKey(
            String requestId,
            String deviceId,
            String announced,
            SigningKey key,
            Instant effectiveFrom,
            String actor,
            String reason);

    /** What came of it. */
    sealed interface Amendment {
        record Done(String txId) implements Amendment {}

        record Refused(String rule, String detail) implements Amendment {}

        /** Nothing is known; the same is sent again. */
        record Unanswered(String problem) implements Amendment {}
    }
}
