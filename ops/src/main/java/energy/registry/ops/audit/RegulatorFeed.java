package energy.registry.ops.audit;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ops.device.HttpDoor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every event of the regulator's node, from the first, a page at a time. */
final class RegulatorFeed {
    /** The most that the gateway gives at once. */
    private static final int PAGE = 1_000;

    private final HttpDoor gateway;

    RegulatorFeed(HttpDoor gateway) {
        this.gateway = gateway;
    }

    /** Whoever is told of transactions. */
    interface Reader {
        void read(Transaction transaction) throws IOException, UnreadableEvent;
    }

    /** Gives all transactions of the feed to a reader, and its devices; one transaction's events are consecutive. */
    void tell(Devices devices, Reader reader) throws IOException, UnreadableEvent {
        List<LedgerEvent> open = new ArrayList<>();
        long after = 0;
        JsonNode page = page(after);
        while (!page.isEmpty()) {
            for (JsonNode node : page) {
                LedgerEvent event = LedgerEvent.read(node);
                if (event.seq() <= after) {
                    throw new UnreadableEvent(event.seq(), "does not rise after " + after);
                }
                if (!open.isEmpty() && !open.get(0).txId().equals(event.txId())) {
                    reader.read(Transaction.of(open.get(0).txId(), open));
                    open.clear();
                }
                devices.learn(event);
                open.add(event);
                after = event.seq();
            }
            page = page(after);
        }
        if (!open.isEmpty()) {
            reader.read(Transaction.of(open.get(0).txId(), open));
        }
    }

    private JsonNode page(long after) throws IOException {
        HttpDoor.Answer answer = gateway.get("/v1/events?after=" + after + "&limit=" + PAGE + "&node=regulator");
        if (!answer.isAccepted() || !answer.body().path("events").isArray()) {
            throw new IOException("the gateway at " + gateway + " gives no events: " + answer.problem());
        }
        return answer.body().path("events");
    }
}
