package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.OneBalance;
import energy.registry.ledger.state.SettlementMoney;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import net.corda.core.contracts.StateAndRef;
import net.corda.core.flows.FlowException;
import net.corda.core.transactions.TransactionBuilder;

/** An account's money in one currency as one act may take it: its balance and as many of its proceeds as may be joined. */
final class Purse {
    /** Joinings before one act: with it about two thousand sales; who has more joins them before. */
    private static final int JOININGS_MAX = 64;

    private final List<StateAndRef<? extends SettlementMoney>> states;
    private final boolean more;

    private Purse(List<StateAndRef<? extends SettlementMoney>> states, boolean more) {
        this.states = states;
        this.more = more;
    }

    static Purse of(LedgerView view, PublicKey owner, String currency) {
        List<StateAndRef<? extends SettlementMoney>> found = new ArrayList<>(view.money(owner, currency));
        List<? extends StateAndRef<? extends SettlementMoney>> proceeds =
                view.proceeds(owner, currency, OneBalance.PROCEEDS_MAX + 1);
        boolean more = proceeds.size() > OneBalance.PROCEEDS_MAX;
        found.addAll(more ? proceeds.subList(0, OneBalance.PROCEEDS_MAX) : proceeds);
        return new Purse(found, more);
    }

    /**
     * A purse with at least so much in it, where the account has it: what one act cannot join is joined before, by
     * transactions of their own.
     */
    @Suspendable
    static Purse withAtLeast(long amountMinor, LedgerFlow<?> act, String accountId, PublicKey owner, String currency)
            throws FlowException {
        Purse purse = of(act.view(), owner, currency);
        for (int i = 0; purse.sum() < amountMinor && purse.more && i < JOININGS_MAX; i++) {
            act.subFlow(new JoinProceeds(act.requestId() + "/join-" + i, accountId, currency));
            purse = of(act.view(), owner, currency);
        }
        return purse;
    }

    boolean isEmpty() {
        return states.isEmpty();
    }

    int size() {
        return states.size();
    }

    /** Minor units. */
    long sum() throws LedgerRefusal {
        long sum = 0;
        try {
            for (StateAndRef<? extends SettlementMoney> state : states) {
                sum = Math.addExact(sum, state.getState().getData().getAmountMinor());
            }
        } catch (ArithmeticException e) {
            throw LedgerRefusal.of(Rule.MONEY_IS_CONSERVED.isBrokenBy("the balance exceeds 64 bits"));
        }
        return sum;
    }

    void addTo(TransactionBuilder builder) {
        states.forEach(builder::addInputState);
    }
}
