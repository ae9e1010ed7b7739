package energy.registry.ingest.port;

import energy.registry.ingest.agent.AgentTerms;
import energy.registry.ingest.agent.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps for which meters the agent speaks, and what it saw of them. */
public interface AgentStore {
    List<AgentTerms> terms();

    void enrol(AgentTerms terms, String actor, String reason);

    /**
     * Keeps samples; one that is there already stays as it is.
     *
     * @return how many are new
     */
    int keep(String meterId, List<Sample> samples, String door, Instant receivedAt);

    /** @param from first second, inclusive */
    List<Sample> samples(String meterId, long from, int limit);

    Optional<Sample> lastSample(String meterId);

    /** Energy in Wh of the device's stated intervals by their start, within {@code [from, until)}. */
    Map<Long, Long> stated(String deviceId, Instant from, Instant until);
}
