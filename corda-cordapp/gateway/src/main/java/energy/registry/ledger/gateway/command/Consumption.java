package energy.registry.ledger.gateway.command;

import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.OpenPointOfConsumption;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/** Points of consumption, whose meters say for how much certificates may be retired. */
public final class Consumption {
    private final Flows flows;

    public Consumption(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/consumption-points", this::open);
    }

    private Answer open(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.ISSUING_BODY,
                OpenPointOfConsumption.class,
                Common.requestId(in),
                in.text("actor"),
                in.text("reason"),
                Common.id(in, "accountId"),
                Common.id(in, "pointId"),
                Common.id(in, "meterId"),
                in.base64("meterKey", Common.KEY_BYTES_MAX),
                (int) in.whole("intervalSeconds", 1, IntervalStatement.INTERVAL_SECONDS_MAX),
                in.instant("since")));
    }
}
