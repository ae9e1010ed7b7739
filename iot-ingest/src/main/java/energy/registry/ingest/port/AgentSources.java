package energy.registry.ingest.port;

import energy.registry.ingest.agent.AgentSource;
import java.time.Instant;
import java.util.List;

/** Keeps where the agent finds its meters. */
public interface AgentSources {
    /** The source of each meter that has one. */
    List<AgentSource> current();

    void set(AgentSource source, String actor, String reason, Instant now);
}
