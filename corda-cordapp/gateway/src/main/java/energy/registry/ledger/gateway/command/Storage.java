package energy.registry.ledger.gateway.command;

import energy.registry.domain.storage.StorageAccount;
import energy.registry.ledger.flow.ChargeStorage;
import energy.registry.ledger.flow.DischargeStorage;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.OpenStorageAccount;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;

/** Storage units: what charges them leaves circulation, and no more comes out than went in times their efficiency. */
public final class Storage {
    private final Flows flows;

    public Storage(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/storage/accounts", this::open)
                .on("POST", "/v1/storage/charges", this::charge)
                .on("POST", "/v1/storage/discharges", this::discharge);
    }

    private Answer open(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.ISSUING_BODY,
                OpenStorageAccount.class,
                Common.requestId(in),
                Common.id(in, "deviceId"),
                (int) in.whole("efficiencyPpm", 1, StorageAccount.PPM),
                in.text("actor"),
                in.text("reason")));
    }

    private Answer charge(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return Common.transaction(flows.run(
                LedgerNode.MARKET,
                ChargeStorage.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.items(in),
                Common.id(in, "deviceId"),
                in.text("actor")));
    }

    /** A claim is its own request: sent again it answers the same transaction. */
    private Answer discharge(Call call) throws LedgerRefusal, NodeUnavailable {
        byte[] claim = call.body().base64("claim", Claims.CLAIM_BYTES_MAX);
        String claimId = Claims.claimOf(call, claim).id().toString();
        return Common.transaction(flows.run(LedgerNode.ISSUING_BODY, DischargeStorage.class, claimId, claim));
    }
}
