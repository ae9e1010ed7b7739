package energy.registry.ledger.flow;

import java.time.Instant;

/** What stands for an argument that is not given: a flow started over RPC takes no null. */
public final class FlowArguments {
    /** No time: without an end, or the flow's own choice, as the flow says. */
    public static final Instant NO_TIME = Instant.MAX;

    private FlowArguments() {}
}
