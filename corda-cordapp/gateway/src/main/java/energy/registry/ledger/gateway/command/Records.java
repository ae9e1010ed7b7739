package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.Provenance;
import energy.registry.ledger.flow.ReadProvenance;
import energy.registry.ledger.flow.ReadTransaction;
import energy.registry.ledger.flow.TransactionDetail;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.BadRequest;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Problem;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.regex.Pattern;

/** What the regulator's node recorded: transactions, and where certificates come from. */
public final class Records {
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    private final Flows flows;

    public Records(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("GET", "/v1/transactions/{txId}", this::transaction)
                .on("GET", "/v1/certificates/{certificateId}/provenance", this::provenance);
    }

    private Answer transaction(Call call) throws LedgerRefusal, NodeUnavailable {
        String txId = call.path("txId");
        if (!HASH.matcher(txId).matches()) {
            throw new BadRequest("txId", txId, "give 64 hex digits");
        }
        try {
            TransactionDetail found = flows.run(LedgerNode.REGULATOR, ReadTransaction.class, txId);
            return Answer.ok(TransactionJson.detail(found));
        } catch (NodeUnavailable missing) {
            if (!missing.endedWithoutResult()) {
                throw missing;
            }
            return Answer.problem(Problem.of(
                    404, "not-found", "No such transaction", "The regulator's node has not recorded " + txId + "."));
        }
    }

    private Answer provenance(Call call) throws LedgerRefusal, NodeUnavailable {
        String certificateId = call.path("certificateId");
        try {
            return Answer.ok(
                    provenance(certificateId, flows.run(LedgerNode.REGULATOR, ReadProvenance.class, certificateId)));
        } catch (LedgerRefusal refused) {
            if (!Rule.CERTIFICATE_EXISTS.name().equals(refused.getRule())) {
                throw refused;
            }
            return Answer.problem(Problem.of(404, "not-found", "No such certificate", refused.getDetail()));
        }
    }

    private static ObjectNode provenance(String certificateId, Provenance found) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("certificateId", certificateId);
        if (!found.getStatementNo().isEmpty()) {
            json.put("statementNo", found.getStatementNo());
        }
        json.put("device", TransactionJson.base64(found.getDevice()))
                .put("claim", TransactionJson.base64(found.getClaim()))
                .put("certificate", TransactionJson.base64(found.getCertificate()));
        ArrayNode transactions = json.putArray("transactions");
        found.getTransactions().forEach(transaction -> transactions.add(TransactionJson.proof(transaction)));
        if (found.getRetirement().length > 0) {
            json.put("retirement", TransactionJson.base64(found.getRetirement()));
        }
        return json;
    }
}
