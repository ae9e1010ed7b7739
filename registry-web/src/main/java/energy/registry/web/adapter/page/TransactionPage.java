package energy.registry.web.adapter.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.LedgerTransaction;
import energy.registry.web.adapter.page.view.Told;
import energy.registry.web.application.HistoryQueries;
import energy.registry.web.model.Actor;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Outcome;
import energy.registry.web.port.CurrentActor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** One ledger transaction, for those who oversee: signers, time, what it took and made, and what it means. */
@Path("/app/transactions/{id}")
@Produces(MediaType.TEXT_HTML)
public class TransactionPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CurrentActor current;

    @Inject
    HistoryQueries history;

    @GET
    public Response transaction(@PathParam("id") String id) {
        Actor actor = current.get();
        Outcome<String> read = history.transaction(actor, id);
        return read.result()
                .map(json -> Pages.ok(Pages.page("transaction")
                        .with("tx", of(json))
                        .with("events", told(history.ofTransaction(actor, id)))))
                .orElseGet(() -> Refused.page(read));
    }

    static Worded<List<Told>> told(List<HistoryEntry> events) {
        return say -> events.stream().map(event -> EventWords.in(event, say)).toList();
    }

    static LedgerTransaction of(String text) {
        try {
            JsonNode tx = JSON.readTree(text);
            List<LedgerTransaction.Signed> signatures = new ArrayList<>();
            for (JsonNode each : tx.path("signatures")) {
                signatures.add(new LedgerTransaction.Signed(
                        each.path("party").asText(""),
                        each.path("keyId").asText(),
                        each.path("algorithm").asText(),
                        each.path("signature").asText(),
                        each.path("partialMerkleRoot").asText()));
            }
            List<String> commands = new ArrayList<>();
            tx.path("commands").forEach(command -> commands.add(command.asText()));
            List<String> inputs = new ArrayList<>();
            tx.path("inputs")
                    .forEach(input -> inputs.add(input.path("txId").asText() + "(" + input.path("index") + ")"));
            List<String> outputs = new ArrayList<>();
            tx.path("outputs").forEach(output -> outputs.add(output.path("type").asText()));
            return new LedgerTransaction(
                    tx.path("txId").asText(),
                    tx.path("notary").asText(""),
                    tx.path("timeWindow").path("from").asText(""),
                    tx.path("timeWindow").path("until").asText(""),
                    commands,
                    signatures,
                    inputs,
                    outputs);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The ledger's transaction is not JSON", broken);
        }
    }
}
