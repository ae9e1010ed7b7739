package energy.registry.ingest.port;

import energy.registry.ingest.plausibility.RuleDefinition;
import java.time.Instant;
import java.util.List;

/** Keeps the rules that the issuing body set for single devices; append only. */
public interface RuleStore {
    List<RuleDefinition> all();

    /** @throws IllegalStateException when another version came first */
    void add(RuleDefinition rule, String actor, String reason, Instant now);
}
