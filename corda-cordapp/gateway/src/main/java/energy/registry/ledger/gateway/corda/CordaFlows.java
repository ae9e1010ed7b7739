package energy.registry.ledger.gateway.corda;

import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.network.RpcLogin;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.corda.client.rpc.RPCException;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.FlowLogic;
import net.corda.core.messaging.CordaRPCOps;
import net.corda.core.messaging.FlowHandle;
import net.corda.core.utilities.NetworkHostAndPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs flows over Corda RPC, one kept connection for each node. */
public final class CordaFlows implements Flows {
    private static final Logger LOG = LoggerFactory.getLogger(CordaFlows.class);

    /** Longest wait for a flow; it goes on at the node, and the same request finds its result later. */
    private static final long FLOW_SECONDS_MAX = 90;

    private final Map<LedgerNode, NodeConnection> connections = new EnumMap<>(LedgerNode.class);

    public CordaFlows(String host, int portBase, RpcLogin login) {
        LedgerSerialization.activate();
        for (LedgerNode node : LedgerNode.values()) {
            connections.put(
                    node, new NodeConnection(node, new NetworkHostAndPort(host, node.rpcPort(portBase)), login));
        }
    }

    public void start() {
        connections.values().forEach(NodeConnection::start);
    }

    public void stop() {
        connections.values().forEach(NodeConnection::stop);
    }

    public boolean isUp(LedgerNode node) {
        return connections.get(node).isUp();
    }

    @Override
    public <T> T run(LedgerNode node, Class<? extends FlowLogic<T>> flow, Object... arguments)
            throws LedgerRefusal, NodeUnavailable {
        NodeConnection connection = connections.get(node);
        CordaRPCOps operations = connection.operations();
        try (FlowHandle<T> handle = operations.startFlowDynamic(flow, arguments)) {
            return handle.getReturnValue().get(FLOW_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw outcome(node, flow, connection, operations, failed.getCause());
        } catch (RPCException broken) {
            connection.giveUp(operations);
            throw new NodeUnavailable(node, "was lost while it ran " + flow.getSimpleName(), broken);
        } catch (TimeoutException slow) {
            throw new NodeUnavailable(
                    node, "has not ended " + flow.getSimpleName() + " within " + FLOW_SECONDS_MAX + " s", slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NodeUnavailable(node, "was not waited for: the gateway is stopping", stopping);
        }
    }

    private static NodeUnavailable outcome(
            LedgerNode node, Class<?> flow, NodeConnection connection, CordaRPCOps operations, Throwable failure)
            throws LedgerRefusal {
        if (failure instanceof LedgerRefusal) {
            throw (LedgerRefusal) failure;
        }
        if (failure instanceof RPCException) {
            connection.giveUp(operations);
            return new NodeUnavailable(node, "was lost while it ran " + flow.getSimpleName(), failure);
        }
        if (failure instanceof FlowException) {
            LOG.error("flow {} at node {} failed", flow.getSimpleName(), node.folder(), failure);
            return new NodeUnavailable(node, "could not end " + flow.getSimpleName(), failure);
        }
        throw new IllegalStateException("flow " + flow.getSimpleName() + " at node " + node.folder(), failure);
    }
}
