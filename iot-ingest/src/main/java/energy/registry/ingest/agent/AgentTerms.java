package energy.registry.ingest.agent;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Origin;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Under which terms the agent speaks for a meter.
 *
 * @param keyId the agent's key for this meter; it speaks only where this is the meter's registered key
 * @param origin whether a plant stands behind the data, or a recording or simulation of one
 * @param forwardIsGeneration whether the meter's forward direction leads to the grid
 * @param zone of the times in files that name none
 */
public record AgentTerms(
        String meterId,
        Digest keyId,
        Origin origin,
        boolean forwardIsGeneration,
        ZoneOffset zone,
        Instant enrolledAt) {}
