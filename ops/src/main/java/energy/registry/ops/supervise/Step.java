package energy.registry.ops.supervise;

import java.util.Set;

/** One thing a start has to bring about: a job that is done once, or a process that stays. */
public sealed interface Step permits Job, Part {
    String name();

    /** Names of the steps that have to be complete before this one begins. */
    Set<String> after();
}
