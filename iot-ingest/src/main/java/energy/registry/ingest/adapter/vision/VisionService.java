package energy.registry.ingest.adapter.vision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.port.ClipRecords;
import energy.registry.ingest.port.Countersigner;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** {@link Countersigner} and {@link ClipRecords} over the verifier's doors. */
public final class VisionService implements Countersigner, ClipRecords {
    private final ServiceCalls vision;

    public VisionService(ServiceCalls vision) {
        this.vision = vision;
    }

    @Override
    public Result countersign(SignedClaim claim, List<SignedRecord> verdicts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("claim", Base64.getEncoder().encodeToString(claim.encode()));
        ArrayNode list = body.putArray("verdicts");
        verdicts.forEach(verdict -> list.add(Base64.getEncoder().encodeToString(verdict.encode())));
        try {
            ServiceCalls.Reply reply = vision.post("/v1/claims/countersign", body);
            if (reply.status() == 200) {
                return signed(reply.json());
            }
            return reply.isRefusal()
                    ? new Result.Refused(reply.rule(), reply.detail())
                    : new Result.Unanswered("HTTP " + reply.status() + " " + reply.detail());
        } catch (IOException e) {
            return new Result.Unanswered(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unanswered("interrupted");
        }
    }

    private static Result signed(JsonNode json) {
        try {
            return new Result.Signed(new KeySignature(
                    Digest.parse(json.path("keyId").asText()),
                    Base64.getDecoder().decode(json.path("signature").asText())));
        } catch (IllegalArgumentException e) {
            return new Result.Unanswered("unreadable signature");
        }
    }

    @Override
    public Optional<byte[]> recordOf(Digest clip, Digest record) {
        try {
            // A clip measured for several captures has a record for each; clips of earlier versions have one.
            for (String place : List.of("/record/" + record, "/record")) {
                ServiceCalls.Reply reply = vision.get("/v1/clips/" + clip + place);
                if (reply.status() == 200 && Digest.sha(reply.body()).equals(record)) {
                    return Optional.of(reply.body());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
