package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import java.math.BigInteger;
import java.util.List;

/** Money comes and goes only by the settlement agent's signature, and by exactly the amount of the command. */
final class DepositRules {
    private final Facts facts;
    private final String accountId;
    private final String currency;
    private final long amountMinor;
    private final long deltaMinor;

    private DepositRules(Facts facts, String accountId, String currency, long amountMinor, long deltaMinor) {
        this.facts = facts;
        this.accountId = accountId;
        this.currency = currency;
        this.amountMinor = amountMinor;
        this.deltaMinor = deltaMinor;
    }

    static DepositRules of(Deposit deposit, Facts facts) {
        return new DepositRules(
                facts,
                deposit.getAccountId(),
                deposit.getCurrency(),
                deposit.getAmountMinor(),
                deposit.getAmountMinor());
    }

    static DepositRules of(Withdraw withdrawal, Facts facts) {
        return new DepositRules(
                facts,
                withdrawal.getAccountId(),
                withdrawal.getCurrency(),
                withdrawal.getAmountMinor(),
                -withdrawal.getAmountMinor());
    }

    Verdict check() {
        List<MoneyState> before = facts.inputs(MoneyState.class);
        boolean expected =
                facts.hasOnly(before.size(), facts.outputs(MoneyState.class).size(), 1)
                        && facts.references(AccountState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> Rule.MONEY_IS_POSITIVE.holds(amountMinor > 0, amountMinor + " minor units"),
                () -> Rule.MONEY_HAS_ONE_BALANCE.holds(
                        facts.outputs(MoneyState.class).size() == 1,
                        facts.outputs(MoneyState.class).size() + " balances"),
                () -> balance(before, facts.outputs(MoneyState.class).get(0)));
    }

    private Verdict balance(List<MoneyState> before, MoneyState after) {
        AccountState account = facts.references(AccountState.class).get(0);
        boolean sameMoney = before.stream()
                .allMatch(
                        state -> state.isSameMoneyAs(after) && state.getOwner().equals(after.getOwner()));
        BigInteger sum = before.stream()
                .map(state -> BigInteger.valueOf(state.getAmountMinor()))
                .reduce(BigInteger.valueOf(deltaMinor), BigInteger::add);
        return Verdict.firstOf(
                () -> facts.signedBy(after.getAgent().getOwningKey(), "the settlement agent"),
                () -> Rule.ACCOUNT_EXISTS.holds(account.getAccountId().equals(accountId), "account " + accountId),
                () -> Rule.ACCOUNT_EXISTS.holds(
                        account.getKey().equals(after.getOwner()), "another key than that of " + accountId),
                () -> Rule.MONEY_IS_CONSERVED.holds(sameMoney, "other money among the inputs"),
                () -> Rule.MONEY_IS_CONSERVED.holds(
                        after.getCurrency().equals(currency), "currency " + after.getCurrency()),
                () -> Rule.MONEY_IS_CONSERVED.holds(currency.matches("[A-Z]{3}"), "currency '" + currency + "'"),
                () -> Rule.MONEY_IS_POSITIVE.holds(after.getAmountMinor() >= 0, "balance " + sum),
                () -> Rule.MONEY_IS_CONSERVED.holds(
                        sum.equals(BigInteger.valueOf(after.getAmountMinor())),
                        after.getAmountMinor() + " instead of " + sum));
    }
}
