package energy.registry.ledger.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.corda.core.node.AppServiceHub;
import net.corda.core.node.services.CordaService;
import net.corda.core.serialization.SingletonSerializeAsToken;

/**
 * Has flows of this node that are after the same states go one after the other, in the order they came, instead of
 * meeting at the notary where all but one lose a whole transaction's work. It only saves work: who takes a state the
 * notary decides, so that a turn that is forgotten, by a crash or by its time running out, does no harm.
 */
@CordaService
public final class Turns extends SingletonSerializeAsToken {
    /** Longer than a busy node needs for the flows of ten clients; then whoever waits tries his luck. */
    private static final long WAIT_MILLIS_MAX = 60_000;

    private final Map<String, Deque<String>> queues = new HashMap<>();
    private final Map<String, Ticket> tickets = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "turns");
        thread.setDaemon(true);
        return thread;
    });

    public Turns(AppServiceHub hub) {
        if (hub == null) {
            throw new IllegalArgumentException("a node service has a hub");
        }
    }

    /** For tests of the order alone. */
    Turns() {}

    private static final class Ticket {
        private final Set<String> wanted;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

        Ticket(Collection<String> wanted) {
            this.wanted = new LinkedHashSet<>(wanted);
        }
    }

    /**
     * Waits for all that is wanted at once, so that no two wait for each other.
     *
     * @return completes with the turn; true when it came by itself, false when the time ran out
     */
    synchronized CompletableFuture<Boolean> take(String name, Collection<String> wanted) {
        Ticket ticket = tickets.computeIfAbsent(name, any -> {
            Ticket fresh = new Ticket(wanted);
            fresh.wanted.forEach(each ->
                    queues.computeIfAbsent(each, key -> new ArrayDeque<>()).add(name));
            return fresh;
        });
        if (isFirst(name, ticket)) {
            ticket.turn.complete(true);
        } else {
            clock.schedule(() -> ticket.turn.complete(false), WAIT_MILLIS_MAX, TimeUnit.MILLISECONDS);
        }
        return ticket.turn;
    }

    synchronized void leave(String name) {
        Ticket gone = tickets.remove(name);
        if (gone == null) {
            return;
        }
        for (String each : gone.wanted) {
            Deque<String> queue = queues.get(each);
            queue.remove(name);
            if (queue.isEmpty()) {
                queues.remove(each);
            } else {
                wake(queue.peek());
            }
        }
    }

    private void wake(String name) {
        Ticket next = tickets.get(name);
        if (isFirst(name, next)) {
            next.turn.complete(true);
        }
    }

    private boolean isFirst(String name, Ticket ticket) {
        return ticket.wanted.stream().allMatch(each -> queues.get(each).peek().equals(name));
    }
}
