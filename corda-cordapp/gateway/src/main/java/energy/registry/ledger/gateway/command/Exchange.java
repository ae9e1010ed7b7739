package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.flow.EndExportOfCertificates;
import energy.registry.ledger.flow.EnterForeignRegistry;
import energy.registry.ledger.flow.ExportCertificates;
import energy.registry.ledger.flow.ImportCertificates;
import energy.registry.ledger.flow.ImportedCertificates;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.PendingExport;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.Base64;

/** Certificates that come from and go to other registries. */
public final class Exchange {
    /** A signed receipt of 64 day bundles; base64 of it fits a request body. */
    private static final int RECEIPT_BYTES_MAX = 512 * 1024;

    private final Flows flows;

    public Exchange(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/registries", this::enter)
                .on("POST", "/v1/exports", this::export)
                .on("POST", "/v1/exports/{exportId}/confirm", call -> end(call, true))
                .on("POST", "/v1/exports/{exportId}/refuse", call -> end(call, false))
                .on("POST", "/v1/imports", this::bringIn);
    }

    private Answer enter(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.ISSUING_BODY,
                EnterForeignRegistry.class,
                Common.requestId(in),
                Common.id(in, "registry"),
                in.base64("key", Common.KEY_BYTES_MAX),
                in.text("actor"),
                in.text("reason")));
    }

    private Answer export(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        PendingExport pending = flows.run(
                LedgerNode.MARKET,
                ExportCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                Common.id(in, "targetRegistry"),
                Common.id(in, "targetAccount"),
                in.text("actor"));
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put("exportId", pending.getExportId())
                .put("txId", pending.getTxId());
        ArrayNode lines = answer.putArray("lines");
        pending.getLines().forEach(line -> lines.add(Base64.getEncoder().encodeToString(line)));
        return Answer.ok(answer);
    }

    private Answer end(Call call, boolean accepted) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.ISSUING_BODY,
                EndExportOfCertificates.class,
                Common.requestId(in),
                call.path("exportId"),
                accepted,
                in.text("actor"),
                in.base64("receipt", RECEIPT_BYTES_MAX)));
    }

    private Answer bringIn(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        ImportedCertificates imported = flows.run(
                LedgerNode.ISSUING_BODY,
                ImportCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                in.text("actor"),
                in.text("reason"),
                in.base64("receipt", RECEIPT_BYTES_MAX));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("txId", imported.getTxId());
        imported.getCertificateIds().forEach(answer.putArray("certificateIds")::add);
        return Answer.ok(answer);
    }
}
