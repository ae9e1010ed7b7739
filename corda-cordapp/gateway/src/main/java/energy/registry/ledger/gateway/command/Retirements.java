package energy.registry.ledger.gateway.command;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.MainReason;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.RetireAgainstConsumption;
import energy.registry.ledger.flow.RetireCertificates;
import energy.registry.ledger.flow.RetiredCertificates;
import energy.registry.ledger.flow.RetirementRequest;
import energy.registry.ledger.flow.ReverseRetiredCertificates;
import energy.registry.ledger.flow.SharedOut;
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

/** Owners take certificates out of circulation for a beneficiary. */
public final class Retirements {
    /** A meter's signed statement: registers of some days, 8 bytes each. */
    private static final int STATEMENT_BYTES_MAX = 64 * 1024;

    private final Flows flows;

    public Retirements(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/retirements", this::retire)
                .on("POST", "/v1/retirements/{statementNo}/reversal", this::reverse);
    }

    private Answer retire(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        RetiredCertificates retired = in.has("consumption") ? againstConsumption(in) : forBeneficiary(in);
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("statementNo", retired.getStatementNo())
                .put("txId", retired.getTxId())
                .put("quantityWh", retired.getQuantityWh())
                .put("retirementId", retired.getRetirementId()));
    }

    private RetiredCertificates forBeneficiary(Fields in) throws LedgerRefusal, NodeUnavailable {
        return flows.run(
                LedgerNode.MARKET,
                RetireCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                request(in),
                shares(in));
    }

    /** For what a meter of the account's own said it used in the same hours. */
    private RetiredCertificates againstConsumption(Fields in) throws LedgerRefusal, NodeUnavailable {
        if (in.has("allocation")) {
            throw in.refuse("allocation", "", "leave it out: what one's own point consumed is not shared out");
        }
        Fields consumption = in.object("consumption");
        return flows.run(
                LedgerNode.MARKET,
                RetireAgainstConsumption.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                request(in),
                Common.id(consumption, "pointId"),
                consumption.base64("statement", STATEMENT_BYTES_MAX));
    }

    private static List<SharedOut> shares(Fields in) {
        List<SharedOut> shares = new ArrayList<>();
        if (in.has("allocation")) {
            for (Fields share : in.objects("allocation", Allocation.SHARES_MAX)) {
                shares.add(new SharedOut(
                        share.text("name"),
                        share.textOr("id", ""),
                        share.text("country", 2),
                        Common.id(share, "deviceId"),
                        share.whole("serialFrom", 0, Long.MAX_VALUE),
                        share.whole("quantityWh", 1, Long.MAX_VALUE)));
            }
        }
        return shares;
    }

    private Answer reverse(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.MARKET,
                ReverseRetiredCertificates.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                call.path("statementNo"),
                in.text("actor"),
                in.text("reason"),
                in.text("ticket")));
    }

    private static RetirementRequest request(Fields in) {
        Fields beneficiary = in.object("beneficiary");
        return new RetirementRequest(
                beneficiary.text("name"),
                beneficiary.textOr("id", ""),
                beneficiary.text("country", 2),
                beneficiary.textOr("location", ""),
                in.text("purpose"),
                in.choice("mainReason", MainReason.values()).name(),
                in.instant("periodStart"),
                in.instant("periodEnd"),
                in.textOr("onBehalfOf", ""),
                in.textOr("note", ""));
    }
}
