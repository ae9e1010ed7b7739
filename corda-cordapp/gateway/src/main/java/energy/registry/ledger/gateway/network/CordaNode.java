package energy.registry.ledger.gateway.network;

import java.util.Arrays;
import java.util.List;

/** The four nodes of the default network, with their names, ports and memory. */
public enum CordaNode {
    NOTARY("notary", "O=Notary,L=Zurich,C=CH", 10100, 256),
    ISSUING_BODY("issuing-body", "O=Issuing Body,L=Brussels,C=BE", 10110, 400),
    MARKET("market", "O=Market,L=Amsterdam,C=NL", 10120, 400),
    REGULATOR("regulator", "O=Regulator,L=Bonn,C=DE", 10130, 400);

    /** The port base at which the ports are those of the documentation. */
    public static final int DEFAULT_PORT_BASE = 8000;

    private final String folder;
    private final String legalName;
    private final int p2pPort;
    private final int heapMegabytes;

    CordaNode(String folder, String legalName, int p2pPort, int heapMegabytes) {
        this.folder = folder;
        this.legalName = legalName;
        this.p2pPort = p2pPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** The node's name in commands, logs and the data folder. */
    public String folder() {
        return folder;
    }

    /** X.500 name of the legal identity. */
    public String legalName() {
        return legalName;
    }

    public int p2pPort(int portBase) {
        return p2pPort + portBase - DEFAULT_PORT_BASE;
    }

    public int rpcPort(int portBase) {
        return p2pPort(portBase) + 1;
    }

    public int adminPort(int portBase) {
        return p2pPort(portBase) + 2;
    }

    /** Ceiling of the Java heap, MiB; measured under load, see ops/corda/README.md. */
    int heapMegabytes() {
        return heapMegabytes;
    }

    boolean isNotary() {
        return this == NOTARY;
    }

    /** The node of that folder name. */
    public static CordaNode named(String folder) {
        return Arrays.stream(values())
                .filter(node -> node.folder.equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "node: '" + folder + "' is not one of " + folders() + "; name one of these"));
    }

    private static List<String> folders() {
        return Arrays.stream(values()).map(CordaNode::folder).toList();
    }
}
