package energy.registry.ops.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A process that stays.
 *
 * @param url where a person or a program reaches it
 * @param launch starts it and gives its process id
 * @param patience how long it may take to become healthy
 */
public record Part(
        String name,
        Set<String> after,
        List<PortUse> ports,
        String url,
        Launch launch,
        Probe probe,
        Duration patience,
        RunRecord.StopSignal stopSignal,
        Path log)
        implements Step {
    /** Starts the process. */
    @FunctionalInterface
    public interface Launch {
        long start() throws IOException;
    }
}
