package energy.registry.ingest.adapter.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.port.Ledger;
import energy.registry.ingest.port.OverIssues.OverIssue;
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

    @Override
    public Booking book(OverIssue over, String actor, String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "requestId",
                "over-issue-" + over.id() + "-" + over.statement().toString().substring(0, 16));
        body.put("actor", actor).put("reason", reason).put("meterId", over.meterId());
        body.put("start", over.start().toString()).put("end", over.end().toString());
        body.put("overIssuedWh", over.overWh());
        try {
            ServiceCalls.Reply reply = gateway.post("/v1/corrections", body);
            if (reply.status() / 100 == 2) {
                return new Booking.Booked(reply.json().path("txId").asText(null));
            }
            return isFinal(reply)
                    ? new Booking.Refused(reply.rule(), reply.detail())
                    : new Booking.Unanswered("HTTP " + reply.status() + " " + reply.detail());
        } catch (IOException e) {
            return new Booking.Unanswered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Booking.Unanswered("interrupted");
        }
    }

    /** Contention on the ledger passes by itself. */
    static boolean isFinal(ServiceCalls.Reply reply) {
        return reply.isRefusal() && !reply.rule().equals("LEDGER_IS_NOT_CONTENDED");
    }
}
