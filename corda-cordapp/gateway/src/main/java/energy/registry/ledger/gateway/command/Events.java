package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.flow.LedgerEvent;
import energy.registry.ledger.flow.LedgerEventPage;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.BadRequest;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The feed of ledger events: ascending, complete, resumable at any position. */
public final class Events {
    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 1_000;

    /** Proxies and clients give up after half a minute. */
    private static final long WAIT_MILLIS_MAX = 20_000;

    /** Readers that may wait at a time; another is answered at once, so that commands never lack a thread. */
    private static final int WAITING_MAX = 16;

    private final Map<LedgerNode, EventTail> tails = new EnumMap<>(LedgerNode.class);
    private final Semaphore waiting = new Semaphore(WAITING_MAX);

    public Events(Flows flows) {
        for (LedgerNode node : LedgerNode.values()) {
            tails.put(node, new EventTail(flows, node));
        }
    }

    public Router routes(Router router) {
        return router.on("GET", "/v1/events", this::read);
    }

    private Answer read(Call call) throws LedgerRefusal, NodeUnavailable, InterruptedException {
        long after = call.whole("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) call.whole("limit", LIMIT_DEFAULT, 1, LIMIT_MAX);
        long waitMillis = call.whole("waitMillis", 0, 0, WAIT_MILLIS_MAX);
        EventTail tail = tails.get(node(call.query("node", LedgerNode.REGULATOR.folder())));
        boolean mayWait = waitMillis > 0 && waiting.tryAcquire();
        try {
            return Answer.ok(page(tail.read(after, limit, mayWait ? waitMillis : 0)));
        } finally {
            if (mayWait) {
                waiting.release();
            }
        }
    }

    private static ObjectNode page(LedgerEventPage page) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode events = json.putArray("events");
        page.getEvents().forEach(event -> events.add(event(event)));
        return json.put("last", page.getLast());
    }

    private static ObjectNode event(LedgerEvent event) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("seq", event.getSeq())
                .put("txId", event.getTxId())
                .put("at", event.getAt().toString())
                .put("type", event.getType());
        try {
            json.set("data", Json.MAPPER.readTree(event.getData()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("event " + event.getSeq() + " of the node holds no JSON", broken);
        }
        return json;
    }

    private static LedgerNode node(String name) {
        for (LedgerNode node : LedgerNode.values()) {
            if (node.folder().equals(name)) {
                return node;
            }
        }
        throw new BadRequest("node", name, "give issuing-body, market or regulator");
    }
}
