package energy.registry.ledger.gateway.port;

import net.corda.core.flows.FlowException;

/** A node did not answer. Checked, because the caller has to tell a client that the same request may be sent again. */
public final class NodeUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final LedgerNode node;

    public NodeUnavailable(LedgerNode node, String what, Throwable cause) {
        super("node " + node.folder() + " " + what, cause);
        this.node = node;
    }

    public LedgerNode node() {
        return node;
    }

    /** True when the node did answer, and the flow ended there without a result: a read that found nothing ends so. */
    public boolean endedWithoutResult() {
        return getCause() != null && getCause().getClass() == FlowException.class;
    }
}
