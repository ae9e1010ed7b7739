package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;

/** The settlement agent opens empty balances; a second one does no harm, the next booking joins them. */
final class OpenBalanceRules {
    private final OpenBalance command;
    private final Facts facts;

    OpenBalanceRules(OpenBalance command, Facts facts) {
        this.command = command;
        this.facts = facts;
    }

    Verdict check() {
        boolean expected = facts.hasOnly(0, 1, 1)
                && facts.outputs(MoneyState.class).size() == 1
                && facts.references(AccountState.class).size() == 1;
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> opened(
                        facts.outputs(MoneyState.class).get(0),
                        facts.references(AccountState.class).get(0)));
    }

    private Verdict opened(MoneyState balance, AccountState account) {
        return Verdict.firstOf(
                () -> facts.signedBy(balance.getAgent().getOwningKey(), "the settlement agent"),
                () -> Rule.ACCOUNT_EXISTS.holds(
                        account.getAccountId().equals(command.getAccountId()), "account " + command.getAccountId()),
                () -> Rule.ACCOUNT_EXISTS.holds(account.getKey().equals(balance.getOwner()), "another key"),
                () -> Rule.MONEY_IS_CONSERVED.holds(balance.getAmountMinor() == 0, "money from nothing"),
                () -> Rule.MONEY_IS_CONSERVED.holds(
                        balance.getCurrency().equals(command.getCurrency())
                                && command.getCurrency().matches("[A-Z]{3}"),
                        "currency '" + command.getCurrency() + "'"));
    }
}
