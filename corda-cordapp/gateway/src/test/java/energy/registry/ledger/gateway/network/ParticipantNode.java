package energy.registry.ledger.gateway.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.client.rpc.RPCException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.identity.CordaX500Name;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.messaging.FlowHandle;
import net.corda.core.utilities.NetworkHostAndPort;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/**
 * A node of an organisation of its own on a network that was made without it: it gets the network's parameters, makes its
 * identity at its first start, and the others learn its address from the signed info that it writes.
 */
final class ParticipantNode implements AutoCloseable {
    private static final String FOLDER = "chemie";
    private static final String LEGAL_NAME = "O=Chemie,L=Lyon,C=FR";
    private static final int PORT = 10_140;

    /** As for the other nodes: a minute of processor time, and a machine that builds beside it. */
    private static final long READY_MILLIS_MAX = 600_000;

    private static final long FLOW_SECONDS_MAX = 120;

    private final Path network;
    private final Path folder;
    private final NodeHome home;
    private final RpcLogin login;
    private final int port;
    private Process process;
    private CordaRPCConnection connection;

    ParticipantNode(Path network, NodeHome home, RpcLogin login, int portBase) {
        this.network = network;
        this.folder = network.resolve(FOLDER);
        this.home = home;
        this.login = login;
        this.port = PORT + portBase - CordaNode.DEFAULT_PORT_BASE;
    }

    /** Before any node of the network has started: an empty database is as good as another. */
    void prepare() throws IOException {
        Path market = network.resolve(CordaNode.MARKET.folder());
        Files.createDirectories(folder);
        new NodeFolder(folder).copyDatabaseFrom(new NodeFolder(market));
        copyAll(market.resolve("cordapps"), folder.resolve("cordapps"));
        copyAll(market.resolve("additional-node-infos"), folder.resolve("additional-node-infos"));
        Files.copy(market.resolve("network-parameters"), folder.resolve("network-parameters"));
        int marketPort = port - PORT + 10_120;
        String conf = Files.readString(market.resolve("node.conf"))
                .replace(CordaNode.MARKET.legalName(), LEGAL_NAME)
                .replace(":" + marketPort, ":" + port)
                .replace(":" + (marketPort + 1), ":" + (port + 1))
                .replace(":" + (marketPort + 2), ":" + (port + 2));
        Files.writeString(folder.resolve("node.conf"), conf, StandardCharsets.UTF_8);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    void start() throws IOException {
        NodeCommand like = NodeCommand.start(home, network, CordaNode.MARKET, login);
        ProcessBuilder builder = new ProcessBuilder(like.command()).directory(folder.toFile());
        builder.environment().putAll(like.environment());
        process = builder.redirectErrorStream(true)
                .redirectOutput(network.resolve("../" + FOLDER + ".out").toFile())
                .start();
    }

    /** Connects, and has the others know where this node is; they look for new ones every few seconds. */
    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_MILLIS_MAX * 1_000_000;
        while (connection == null) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("the fifth node did not start; see " + FOLDER + ".out");
            }
            Thread.sleep(1_000);
            connect();
        }
        for (CordaNode node : CordaNode.values()) {
            Path known = network.resolve(node.folder()).resolve("additional-node-infos");
            try (DirectoryStream<Path> infos = Files.newDirectoryStream(folder, "nodeInfo-*")) {
                for (Path info : infos) {
                    Files.copy(info, known.resolve(info.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        for (CordaNode node : CordaNode.values()) {
            awaitKnownAt(node, end);
        }
    }

    private void awaitKnownAt(CordaNode node, long end) throws InterruptedException {
        int rpcPort = node.rpcPort(port - PORT + CordaNode.DEFAULT_PORT_BASE);
        try (CordaRPCConnection asked = new CordaRPCClient(new NetworkHostAndPort("127.0.0.1", rpcPort))
                .start(login.user(), login.password())) {
            while (asked.getProxy().wellKnownPartyFromX500Name(CordaX500Name.parse(LEGAL_NAME)) == null) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(node.folder() + " does not learn of the fifth node");
                }
                Thread.sleep(500);
            }
        }
    }

    private void connect() {
        try {
            connection = new CordaRPCClient(new NetworkHostAndPort("127.0.0.1", port + 1))
                    .start(login.user(), login.password());
        } catch (RPCException notYet) {
            connection = null;
        } catch (Exception undeclared) {
            // Kotlin declares nothing: Artemis' checked exceptions come through here.
            if (!(undeclared instanceof ActiveMQException)) {
                throw new IllegalStateException("connecting to the fifth node", undeclared);
            }
        }
    }

    CordaRPCOps operations() {
        return connection.getProxy();
    }

    /** Runs a flow at this node; a refusal comes as the cause of the exception. */
    <T> T run(Class<? extends FlowLogic<T>> flow, Object... arguments) throws Exception {
        try (FlowHandle<T> handle = operations().startFlowDynamic(flow, arguments)) {
            return handle.getReturnValue().get(FLOW_SECONDS_MAX, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (connection != null) {
            connection.forceClose();
        }
        if (process != null) {
            process.destroy();
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
