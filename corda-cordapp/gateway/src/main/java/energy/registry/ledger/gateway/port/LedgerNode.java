package energy.registry.ledger.gateway.port;

import energy.registry.ledger.gateway.network.CordaNode;

/** The nodes that the gateway speaks to, by what they are for. */
public enum LedgerNode {
    /** Registers devices, issues, and settles money in and out. */
    ISSUING_BODY(CordaNode.ISSUING_BODY),
    /** Hosts the accounts of organisations: offers, purchases, retirements. */
    MARKET(CordaNode.MARKET),
    /** Records every transaction: events, audit, provenance. */
    REGULATOR(CordaNode.REGULATOR);

    private final CordaNode node;

    LedgerNode(CordaNode node) {
        this.node = node;
    }

    public String folder() {
        return node.folder();
    }

    public int rpcPort(int portBase) {
        return node.rpcPort(portBase);
    }
}
