package energy.registry.ledger.gateway.command;

import energy.registry.ledger.contract.TransferOutcome;
import energy.registry.ledger.flow.AcceptCertificates;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.MergeCertificates;
import energy.registry.ledger.flow.MergedCertificate;
import energy.registry.ledger.flow.ProposedTransfer;
import energy.registry.ledger.flow.ReturnCertificates;
import energy.registry.ledger.flow.TransferCertificates;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.ArrayList;
import java.util.List;

/** Transfers without payment, which their receiver has to accept, and pieces that become one again. */
public final class Transfers {
    /** Pieces joined at once: as many as one transaction may consume. */
    private static final int PIECES_MAX = 64;

    private final Flows flows;

    public Transfers(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/transfers", this::propose)
                .on("POST", "/v1/transfers/{transferId}/accept", this::accept)
                .on("POST", "/v1/transfers/{transferId}/reject", call -> end(call, TransferOutcome.REJECTED))
                .on("POST", "/v1/transfers/{transferId}/recall", call -> end(call, TransferOutcome.RECALLED))
                .on("POST", "/v1/transfers/{transferId}/lapse", call -> end(call, TransferOutcome.LAPSED))
                .on("POST", "/v1/merges", this::merge);
    }

    private Answer propose(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        ProposedTransfer proposed = flows.run(
                LedgerNode.MARKET,
                TransferCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                Common.id(in, "receiver"),
                in.instant("until"),
                in.textOr("reference", ""),
                in.text("actor"));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("transferId", proposed.getTransferId())
                .put("txId", proposed.getTxId())
                .put("quantityWh", proposed.getQuantityWh()));
    }

    private Answer accept(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        String txId = flows.run(
                LedgerNode.MARKET,
                AcceptCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                call.path("transferId"),
                in.text("actor"));
        return Common.transaction(txId);
    }

    private Answer end(Call call, TransferOutcome outcome) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        String txId = flows.run(
                LedgerNode.MARKET,
                ReturnCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                call.path("transferId"),
                outcome,
                in.text("actor"),
                in.textOr("reason", ""));
        return Common.transaction(txId);
    }

    private Answer merge(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        List<String> ids = new ArrayList<>(in.texts("certificateIds", PIECES_MAX));
        if (ids.size() < 2) {
            throw in.refuse("certificateIds", ids, "name at least two certificates");
        }
        MergedCertificate merged = flows.run(
                LedgerNode.MARKET, MergeCertificates.class, Common.requestId(in), Common.id(in, "accountId"), ids);
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("certificateId", merged.getCertificateId())
                .put("txId", merged.getTxId()));
    }
}
