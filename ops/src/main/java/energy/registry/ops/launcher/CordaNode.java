package energy.registry.ops.launcher;

/** The nodes of the ledger on one machine. */
enum CordaNode {
    NOTARY("notary", 10_100),
    ISSUING_BODY("issuing-body", 10_110),
    MARKET("market", 10_120),
    REGULATOR("regulator", 10_130);

    private final String id;
    private final int defaultPort;

    CordaNode(String id, int defaultPort) {
        this.id = id;
        this.defaultPort = defaultPort;
    }

    String id() {
        return id;
    }

    int defaultPort() {
        return defaultPort;
    }
}
