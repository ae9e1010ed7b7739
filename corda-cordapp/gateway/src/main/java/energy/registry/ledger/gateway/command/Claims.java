package energy.registry.ledger.gateway.command;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.ledger.flow.ClaimOutcome;
import energy.registry.ledger.flow.IssueLateClaim;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.claim.ClaimBatcher;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Problem;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.Optional;

/** Signed claims become certificates. */
public final class Claims {
    /** An encoded claim: a statement of a few days with its envelope; base64 of it fits a request body. */
    static final int CLAIM_BYTES_MAX = 512 * 1024;

    private final ClaimBatcher batcher;
    private final Flows flows;

    public Claims(ClaimBatcher batcher, Flows flows) {
        this.batcher = batcher;
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/claims", this::issue).on("POST", "/v1/claims/late", this::issueLate);
    }

    private Answer issue(Call call) throws LedgerRefusal, NodeUnavailable, InterruptedException {
        byte[] claim = call.body().base64("claim", CLAIM_BYTES_MAX);
        GenerationClaim generation = claimOf(call, claim);
        Optional<ClaimOutcome> outcome =
                batcher.issue(generation.id(), generation.statement().meterId(), claim);
        if (outcome.isEmpty()) {
            return Answer.problem(Problem.of(
                    503, "busy", "Too many claims are waiting", "Send the same claim again in a few seconds."));
        }
        if (!outcome.get().isIssued()) {
            throw new LedgerRefusal(outcome.get().getRule(), outcome.get().getDetail());
        }
        return answer(outcome.get());
    }

    /** Alone, and with the regulator's signature. */
    private Answer issueLate(Call call) throws LedgerRefusal, NodeUnavailable {
        byte[] claim = call.body().base64("claim", CLAIM_BYTES_MAX);
        String claimId = claimOf(call, claim).id().toString();
        return answer(flows.run(LedgerNode.ISSUING_BODY, IssueLateClaim.class, claimId, claim));
    }

    private static Answer answer(ClaimOutcome issued) {
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("claimId", issued.getClaimId())
                .put("status", "ISSUED")
                .put("certificateId", issued.getCertificateId())
                .put("txId", issued.getTxId())
                .put("energyWh", issued.getEnergyWh()));
    }

    static GenerationClaim claimOf(Call call, byte[] claim) {
        try {
            return SignedClaim.decode(claim).claim();
        } catch (IllegalArgumentException malformed) {
            throw call.body().refuse("claim", "", "is no signed claim: " + malformed.getMessage());
        }
    }
}
