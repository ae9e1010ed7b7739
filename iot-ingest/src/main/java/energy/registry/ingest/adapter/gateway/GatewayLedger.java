package energy.registry.ingest.adapter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.port.Ledger;
import java.io.IOException;
import java.util.Base64;

/** {@link Ledger} over the gateway's {@code POST /v1/claims}. */
public final class GatewayLedger implements Ledger {
    private final ServiceCalls gateway;

    public GatewayLedger(ServiceCalls gateway) {
        this.gateway = gateway;
    }

    @Override
    public Issue issue(SignedClaim claim) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("claim", Base64.getEncoder().encodeToString(claim.encode()));
        try {
            ServiceCalls.Reply reply = gateway.post("/v1/claims", body);
            JsonNode json = reply.json();
            if (reply.status() / 100 == 2 && json.path("status").asText().equals("ISSUED")) {
                return new Issue.Issued(
                        json.path("certificateId").asText(null),
                        json.path("txId").asText(null));
            }
            return isFinal(reply)
                    ? new Issue.Refused(reply.rule(), reply.detail())
                    : new Issue.Unanswered("HTTP " + reply.status() + " " + reply.detail());
        } catch (IOException e) {
            return new Issue.Unanswered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Issue.Unanswered("interrupted");
        }
    }

    /** Contention on the ledger passes by itself. */
    private static boolean isFinal(ServiceCalls.Reply reply) {
        return reply.isRefusal() && !reply.rule().equals("LEDGER_IS_NOT_CONTENDED");
    }
}
