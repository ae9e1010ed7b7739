package energy.registry.ledger.gateway.corda;

import energy.registry.ledger.gateway.network.RpcLogin;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.time.Duration;
import net.corda.client.rpc.CordaRPCClient;
import net.corda.client.rpc.CordaRPCClientConfiguration;
import net.corda.client.rpc.CordaRPCConnection;
import net.corda.client.rpc.RPCException;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.utilities.NetworkHostAndPort;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one node, kept by a thread of its own: it connects, asks the node the time now and then, and connects
 * again when the node was away. Callers take what is there or are told that the node is missing.
 */
final class NodeConnection {
    private static final Logger LOG = LoggerFactory.getLogger(NodeConnection.class);

    /** Between two tries to connect, and between two questions whether the node still answers, ms. */
    private static final long KEEP_EVERY_MILLIS = 1_000;

    /** How often the log repeats that a node is still missing: every so many tries. */
    private static final int TRIES_PER_LINE = 30;

    private final LedgerNode node;
    private final NetworkHostAndPort address;
    private final RpcLogin login;
    private final Thread keeper;
    private volatile CordaRPCConnection connection;
    private int tries;

    NodeConnection(LedgerNode node, NetworkHostAndPort address, RpcLogin login) {
        this.node = node;
        this.address = address;
        this.login = login;
        this.keeper = new Thread(this::keep, "connection-" + node.folder());
    }

    void start() {
        keeper.setDaemon(true);
        keeper.start();
    }

    void stop() {
        keeper.interrupt();
    }

    boolean isUp() {
        return connection != null;
    }

    /** The node's operations. */
    CordaRPCOps operations() throws NodeUnavailable {
        CordaRPCConnection current = connection;
        if (current == null) {
            throw new NodeUnavailable(node, "is not connected", null);
        }
        return current.getProxy();
    }

    /** A caller found the connection broken: it is given up and made anew. */
    void giveUp(CordaRPCOps broken) {
        CordaRPCConnection current = connection;
        if (current != null && current.getProxy() == broken) {
            connection = null;
            LOG.warn("lost node {}", node.folder());
            close(current);
        }
    }

    private void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (connection == null) {
                    connect();
                } else {
                    probe();
                }
                Thread.sleep(KEEP_EVERY_MILLIS);
            }
        } catch (InterruptedException stopping) {
            CordaRPCConnection current = connection;
            connection = null;
            if (current != null) {
                close(current);
            }
        }
    }

    private void connect() {
        try {
            connection = new CordaRPCClient(address, configuration()).start(login.user(), login.password());
            LOG.info("connected to node {} at {}", node.folder(), address);
            tries = 0;
        } catch (RuntimeException missing) {
            logMissing(missing);
        } catch (Exception undeclared) {
            // Kotlin declares nothing: Artemis' checked exceptions come through here.
            if (!(undeclared instanceof ActiveMQException)) {
                LOG.error("connecting to node {}", node.folder(), undeclared);
            }
            logMissing(undeclared);
        }
    }

    private void logMissing(Exception missing) {
        if (tries++ % TRIES_PER_LINE == 0) {
            LOG.info("node {} at {} is not there yet: {}", node.folder(), address, missing.getMessage());
        }
    }

    /** A silent loss, such as kill -9 of the node, shows here within seconds. */
    private void probe() {
        CordaRPCConnection current = connection;
        if (current == null) {
            return;
        }
        CordaRPCOps operations = current.getProxy();
        try {
            operations.currentNodeTime();
        } catch (RPCException broken) {
            giveUp(operations);
        }
    }

    private static void close(CordaRPCConnection connection) {
        try {
            connection.forceClose();
        } catch (RPCException alreadyGone) {
            LOG.debug("closing a lost connection", alreadyGone);
        }
    }

    /** Fails fast: one connection, no silent retries below us, so that whoever waits is told. */
    private static CordaRPCClientConfiguration configuration() {
        CordaRPCClientConfiguration standard = CordaRPCClientConfiguration.DEFAULT;
        return new CordaRPCClientConfiguration(
                Duration.ofSeconds(2),
                standard.getMinimumServerProtocolVersion(),
                false,
                standard.getReapInterval(),
                2,
                standard.getCacheConcurrencyLevel(),
                Duration.ofSeconds(1),
                1.0,
                1,
                standard.getMaxFileSize(),
                standard.getDeduplicationCacheExpiry());
    }
}
