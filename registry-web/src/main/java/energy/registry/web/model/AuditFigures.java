package energy.registry.web.model;

import java.time.Instant;
import java.util.List;

/**
 * The double-count audit over the read model: every Wh of every device is live or retired exactly once. {@code overlaps} and
 * {@code imbalances} hold one sentence per finding and are empty in a sound registry.
 */
public record AuditFigures(
        boolean ok,
        long devices,
        long certificates,
        long issuedWh,
        long liveWh,
        long retiredWh,
        List<String> overlaps,
        List<String> imbalances,
        long lastSeq,
        Instant asOf) {}
