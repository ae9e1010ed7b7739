package energy.registry.ledger.flow;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/** Requests that this node is working on, so that one request does not run twice at the same time. */
@CordaService
public final class RunningRequests extends SingletonSerializeAsToken {
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    public RunningRequests(AppServiceHub hub) {
        if (hub == null) {
            throw new IllegalArgumentException("a node service has a hub");
        }
    }

    boolean begin(String requestKey) {
        return running.add(requestKey);
    }

    void end(String requestKey) {
        running.remove(requestKey);
    }
}
