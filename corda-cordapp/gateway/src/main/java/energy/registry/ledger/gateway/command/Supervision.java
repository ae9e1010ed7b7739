package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.control.Authority;
import energy.registry.domain.control.FrozenKind;
import energy.registry.ledger.consent.Act;
import energy.registry.ledger.flow.CorrectMeter;
import energy.registry.ledger.flow.CorrectedMeter;
import energy.registry.ledger.flow.ExpireOldCertificates;
import energy.registry.ledger.flow.ExpiredCertificates;
import energy.registry.ledger.flow.FreezeOnLedger;
import energy.registry.ledger.flow.FrozenSubject;
import energy.registry.ledger.flow.GiveApproval;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.LiftOnLedger;
import energy.registry.ledger.flow.ListedFreeze;
import energy.registry.ledger.flow.ReadFreezes;
import energy.registry.ledger.flow.WithdrawMeterTime;
import energy.registry.ledger.flow.WithdrawnTime;
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

/** What regulator and issuing body do against wrong: freeze, withdraw, correct, approve, and put down what is over. */
public final class Supervision {
    /** Certificates that one transaction puts down. */
    private static final int EXPIRIES_MAX = 64;

    private final Flows flows;

    public Supervision(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/freezes", this::freeze)
                .on("POST", "/v1/freezes/{freezeId}/lift", this::lift)
                .on("GET", "/v1/freezes", call -> freezes())
                .on("POST", "/v1/withdrawals-of-certificates", this::withdraw)
                .on("POST", "/v1/corrections", this::correct)
                .on("POST", "/v1/approvals", this::approve)
                .on("POST", "/v1/expiries", this::expire);
    }

    private static LedgerNode nodeOf(Fields in) {
        return in.choice("by", Authority.values()) == Authority.REGULATOR
                ? LedgerNode.REGULATOR
                : LedgerNode.ISSUING_BODY;
    }

    private Answer freeze(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        FrozenSubject frozen = flows.run(
                nodeOf(in),
                FreezeOnLedger.class,
                Common.requestId(in),
                in.choice("subjectType", FrozenKind.values()).name(),
                Common.id(in, "subjectId"),
                in.text("caseNo"),
                in.text("actor"),
                in.text("reason"),
                Common.instantOrNone(in, "until"));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("freezeId", frozen.getFreezeId())
                .put("txId", frozen.getTxId()));
    }

    private Answer lift(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                nodeOf(in),
                LiftOnLedger.class,
                Common.requestId(in),
                call.path("freezeId"),
                in.text("actor"),
                in.text("reason")));
    }

    private Answer freezes() throws LedgerRefusal, NodeUnavailable {
        List<ListedFreeze> listed = flows.run(LedgerNode.REGULATOR, ReadFreezes.class);
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (ListedFreeze freeze : listed) {
            ObjectNode line = list.addObject()
                    .put("freezeId", freeze.getFreezeId())
                    .put("subjectType", freeze.getSubjectType())
                    .put("subjectId", freeze.getSubjectId())
                    .put("by", freeze.getBy())
                    .put("caseNo", freeze.getCaseNo())
                    .put("reason", freeze.getReason())
                    .put("from", freeze.getFrom().toString());
            if (freeze.getUntil() != null) {
                line.put("until", freeze.getUntil().toString());
            }
        }
        return Answer.ok(list);
    }

    private Answer withdraw(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        Common.requireOrder(in, "start", "end");
        WithdrawnTime withdrawn = flows.run(
                LedgerNode.ISSUING_BODY,
                WithdrawMeterTime.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                in.textOr("caseNo", ""),
                Common.id(in, "meterId"),
                in.instant("start"),
                in.instant("end"));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("txId", withdrawn.getTxId())
                .put("withdrawnWh", withdrawn.getWithdrawnWh())
                .put("debtWh", withdrawn.getDebtWh())
                .put("reopened", withdrawn.isReopened()));
    }

    private Answer correct(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        Common.requireOrder(in, "start", "end");
        CorrectedMeter corrected = flows.run(
                LedgerNode.ISSUING_BODY,
                CorrectMeter.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                Common.id(in, "meterId"),
                in.instant("start"),
                in.instant("end"),
                in.whole("overIssuedWh", 1, Long.MAX_VALUE));
        return Answer.ok(
                Json.MAPPER.createObjectNode().put("txId", corrected.getTxId()).put("debtWh", corrected.getDebtWh()));
    }

    private Answer approve(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        String approvalId = flows.run(
                LedgerNode.REGULATOR,
                GiveApproval.class,
                Common.requestId(in),
                in.choice("act", Act.values()),
                in.text("subject", Common.SUBJECT_MAX),
                in.text("actor"),
                in.text("reason"),
                in.instant("validUntil"));
        return Answer.ok(Json.MAPPER.createObjectNode().put("approvalId", approvalId));
    }

    private Answer expire(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        List<String> ids = in.has("certificateIds")
                ? new ArrayList<>(in.texts("certificateIds", EXPIRIES_MAX))
                : new ArrayList<>();
        ExpiredCertificates expired =
                flows.run(LedgerNode.REGULATOR, ExpireOldCertificates.class, Common.requestId(in), ids, (int)
                        in.wholeOr("limit", EXPIRIES_MAX, 1, EXPIRIES_MAX));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        expired.getTxIds().forEach(answer.putArray("txIds")::add);
        return Answer.ok(answer.put("expired", expired.getExpired()));
    }
}
