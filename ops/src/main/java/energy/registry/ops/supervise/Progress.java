package energy.registry.ops.supervise;

/** Where the launcher tells a person what happens; called from several threads. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
