package energy.registry.ops.supervise;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Work that comes to an end, such as migrating a database.
 *
 * @param needed false when an earlier start has done it for good
 */
public record Job(String name, Set<String> after, BooleanSupplier needed, Work work) implements Step {
    /** The work itself. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException, StartFailedException, InterruptedException;
    }
}
