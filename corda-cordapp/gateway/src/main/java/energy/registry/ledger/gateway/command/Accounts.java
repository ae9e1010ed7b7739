package energy.registry.ledger.gateway.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ledger.flow.AccountBalance;
import energy.registry.ledger.flow.DepositMoney;
import energy.registry.ledger.flow.JoinProceeds;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.flow.OpenAccount;
import energy.registry.ledger.flow.OpenedAccount;
import energy.registry.ledger.flow.ReadBalances;
import energy.registry.ledger.flow.SettledBalance;
import energy.registry.ledger.flow.WithdrawMoney;
import energy.registry.ledger.gateway.http.Answer;
import energy.registry.ledger.gateway.http.Call;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import energy.registry.ledger.gateway.http.Router;
import energy.registry.ledger.gateway.port.Flows;
import energy.registry.ledger.gateway.port.LedgerNode;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import net.corda.core.flows.FlowLogic;

/** Accounts of organisations, and the settlement agent's money on them. */
public final class Accounts {
    /** There are two roles today; room for a few more. */
    private static final int ROLES_MAX = 8;

    private final Flows flows;

    public Accounts(Flows flows) {
        this.flows = flows;
    }

    public Router routes(Router router) {
        return router.on("POST", "/v1/accounts", this::open)
                .on("POST", "/v1/deposits", call -> settle(call, DepositMoney.class))
                .on("POST", "/v1/withdrawals", call -> settle(call, WithdrawMoney.class))
                .on("POST", "/v1/joinings", this::join)
                .on("GET", "/v1/accounts/{id}/balance", this::balance);
    }

    private Answer open(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        OpenedAccount opened = flows.run(
                LedgerNode.MARKET,
                OpenAccount.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                in.text("name"),
                in.text("country", 2),
                new ArrayList<>(in.texts("roles", ROLES_MAX)));
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("accountId", opened.getAccountId())
                .put("key", Base64.getEncoder().encodeToString(opened.getKey()))
                .put("txId", opened.getTxId()));
    }

    private Answer settle(Call call, Class<? extends FlowLogic<SettledBalance>> flow)
            throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        SettledBalance settled = flows.run(
                LedgerNode.ISSUING_BODY,
                flow,
                Common.requestId(in),
                Common.id(in, "accountId"),
                in.whole("amountMinor", 1, Long.MAX_VALUE),
                Common.currency(in),
                in.text("actor"),
                in.text("reason"));
        return settled(settled);
    }

    /** What an account's sales brought becomes part of its balance; its next purchase or withdrawal does the same. */
    private Answer join(Call call) throws LedgerRefusal, NodeUnavailable {
        Fields in = call.body();
        return settled(flows.run(
                LedgerNode.MARKET,
                JoinProceeds.class,
                Common.requestId(in),
                Common.id(in, "accountId"),
                Common.currency(in)));
    }

    private static Answer settled(SettledBalance balance) {
        return Answer.ok(Json.MAPPER
                .createObjectNode()
                .put("txId", balance.getTxId())
                .put("balanceMinor", balance.getBalanceMinor()));
    }

    private Answer balance(Call call) throws LedgerRefusal, NodeUnavailable {
        List<AccountBalance> balances = flows.run(LedgerNode.MARKET, ReadBalances.class, call.path("id"));
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (AccountBalance balance : balances) {
            ObjectNode line = list.addObject();
            line.put("currency", balance.getCurrency()).put("amountMinor", balance.getAmountMinor());
        }
        return Answer.ok(list);
    }
}
