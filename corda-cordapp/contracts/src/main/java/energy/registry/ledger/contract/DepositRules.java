package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.SettlementMoney;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/** Money comes and goes only by the settlement agent's signature, and by exactly the amount of the command. */
final class DepositRules {
    private final Facts facts;
    private final String accountId;
    private final String currency;
    private final long amountMinor;
    private final long deltaMinor;
    private final boolean paysOut;

    private DepositRules(Facts facts, String accountId, String currency, long amountMinor, boolean paysOut) {
        this.facts = facts;
        this.accountId = accountId;
        this.currency = currency;
        this.amountMinor = amountMinor;
        this.deltaMinor = paysOut ? -amountMinor : amountMinor;
        this.paysOut = paysOut;
    }

    static DepositRules of(Deposit deposit, Facts facts) {
        return new DepositRules(facts, deposit.getAccountId(), deposit.getCurrency(), deposit.getAmountMinor(), false);
    }

    static DepositRules of(Withdraw withdrawal, Facts facts) {
        return new DepositRules(
                facts, withdrawal.getAccountId(), withdrawal.getCurrency(), withdrawal.getAmountMinor(), true);
    }

    Verdict check() {
        List<SettlementMoney> before = facts.inputs(SettlementMoney.class);
        int controls = paysOut ? 1 : 0;
        boolean expected =
                facts.hasOnly(before.size(), facts.outputs(MoneyState.class).size(), 1 + controls)
                        && facts.references(AccountState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> Rule.MONEY_IS_POSITIVE.holds(amountMinor > 0, amountMinor + " minor units"),
                () -> Rule.MONEY_HAS_ONE_BALANCE.holds(
                        facts.outputs(MoneyState.class).size() == 1,
                        facts.outputs(MoneyState.class).size() + " balances"),
                () -> Rule.MONEY_HAS_ONE_BALANCE.holds(!before.isEmpty(), "no balance is open"),
                () -> balance(facts.outputs(MoneyState.class).get(0)));
    }

    private Verdict balance(MoneyState after) {
        AccountState account = facts.references(AccountState.class).get(0);
        return Verdict.firstOf(
                () -> facts.signedBy(after.getAgent().getOwningKey(), "the settlement agent"),
                () -> Rule.ACCOUNT_EXISTS.holds(account.getAccountId().equals(accountId), "account " + accountId),
                () -> Rule.ACCOUNT_EXISTS.holds(
                        account.getKey().equals(after.getOwner()), "another key than that of " + accountId),
                () -> paysOut ? isFree(after) : Verdict.VALID,
                () -> Rule.MONEY_IS_CONSERVED.holds(
                        after.getCurrency().equals(currency), "currency " + after.getCurrency()),
                () -> Rule.MONEY_IS_CONSERVED.holds(currency.matches("[A-Z]{3}"), "currency '" + currency + "'"),
                () -> new OneBalance(facts)
                        .follows(
                                account.getKey(),
                                after,
                                BigInteger.valueOf(deltaMinor),
                                Rule.MONEY_IS_CONSERVED,
                                Rule.MONEY_IS_CONSERVED));
    }

    /** Money of a frozen account stays where it is; more may come in. */
    private Verdict isFree(MoneyState money) {
        Freezes freezes = new Freezes(facts);
        return Verdict.firstOf(
                () -> freezes.consulted(money.getAgent()),
                () -> freezes.free(Collections.emptySet(), Collections.singleton(money.getOwner())));
    }
}
