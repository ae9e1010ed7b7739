package energy.registry.ops.supervise;

import java.util.Optional;

/** Asks a process whether it can serve. */
@FunctionalInterface
public interface Probe {
    /** What is wrong, or empty when the process is healthy. */
    Optional<String> problem();
}
