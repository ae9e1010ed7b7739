package energy.registry.ops.audit;

import java.util.Map;
import java.util.Optional;

/** Where energy is that was issued. */
enum Fate {
    LIVE,
    RETIRED,
    EXPIRED,
    WITHDRAWN,
    EXPORTED,
    STORED;

    /** Events whose transaction ends what it consumes and does not pass on. */
    private static final Map<String, Fate> OF_EVENT = Map.of(
            "CertificateExpired", EXPIRED,
            "CertificateWithdrawn", WITHDRAWN,
            "ExportEnded", EXPORTED,
            "StorageCharged", STORED);

    static Optional<Fate> of(String eventType) {
        return Optional.ofNullable(OF_EVENT.get(eventType));
    }
}
