package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.LedgerNode;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Says which nodes answer; the gateway is up when all do and the notary listens. */
public record Health(Predicate<LedgerNode> answers, BooleanSupplier notaryListens) {

    public Router routes(Router router) {
        return router.open("GET", "/health", call -> check());
    }

    private Answer check() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode checks = Json.MAPPER.createArrayNode();
        boolean all = true;
        for (LedgerNode node : LedgerNode.values()) {
            boolean up = answers.test(node);
            all &= up;
            check(checks, node.folder(), up);
        }
        boolean notary = notaryListens.getAsBoolean();
        check(checks, "notary", notary);
        all &= notary;
        json.put("status", all ? "UP" : "DOWN").set("checks", checks);
        return Answer.of(all ? 200 : 503, json);
    }

    private static void check(ArrayNode checks, String name, boolean up) {
        checks.addObject().put("name", name).put("status", up ? "UP" : "DOWN");
    }
}
