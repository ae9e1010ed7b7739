package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.SettlementMoney;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.List;

/** An account's own act makes one balance of the balances and proceeds that it consumes, changed by the act's amount. */
public final class OneBalance {
    /** Proceeds that one command joins: an input costs every node some milliseconds, and others wait for the notary. */
    public static final int PROCEEDS_MAX = 32;

    private final List<SettlementMoney> before;
    private final List<MoneyState> after;
    private final long proceeds;

    OneBalance(Facts facts) {
        this.before = facts.inputs(SettlementMoney.class);
        this.after = facts.outputs(MoneyState.class);
        this.proceeds = facts.inputs(ProceedsState.class).size();
    }

    /**
     * Whether one balance of {@code owner} is left, with what he had and the change.
     *
     * @param kind what says whether other money than {@code like} is among it
     * @param amount what says whether the sum is wrong
     */
    Verdict follows(PublicKey owner, SettlementMoney like, BigInteger change, Rule kind, Rule amount) {
        return Verdict.firstOf(
                () -> Rule.MONEY_HAS_ONE_BALANCE.holds(after.size() == 1, after.size() + " balances"),
                () -> Rule.JOINING_IS_BOUNDED.holds(proceeds <= PROCEEDS_MAX, proceeds + " proceeds"),
                () -> kind.holds(isAllLike(like), "other money"),
                () -> Rule.MONEY_IS_CONSERVED.holds(isAllOf(owner), "money of another account"),
                () -> adds(change, amount));
    }

    private boolean isAllLike(SettlementMoney like) {
        return before.stream().allMatch(state -> state.isSameMoneyAs(like))
                && after.get(0).isSameMoneyAs(like);
    }

    private boolean isAllOf(PublicKey owner) {
        return before.stream().allMatch(state -> state.getOwner().equals(owner))
                && after.get(0).getOwner().equals(owner);
    }

    private Verdict adds(BigInteger change, Rule amount) {
        BigInteger sum = change;
        for (SettlementMoney state : before) {
            sum = sum.add(BigInteger.valueOf(state.getAmountMinor()));
        }
        BigInteger expected = sum;
        long made = after.get(0).getAmountMinor();
        return Verdict.firstOf(
                () -> Rule.MONEY_IS_POSITIVE.holds(made >= 0, "balance " + made),
                () -> amount.holds(expected.equals(BigInteger.valueOf(made)), made + " instead of " + expected));
    }
}
