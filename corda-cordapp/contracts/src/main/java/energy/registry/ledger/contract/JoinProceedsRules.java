package energy.registry.ledger.contract;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.SettlementMoney;
import java.math.BigInteger;

/** The account or its settlement agent tidies up: the same money in one balance. */
final class JoinProceedsRules {
    private final Facts facts;

    JoinProceedsRules(Facts facts) {
        this.facts = facts;
    }

    Verdict check() {
        int made = facts.outputs(MoneyState.class).size();
        boolean expected = facts.hasOnly(facts.inputs(SettlementMoney.class).size(), made, 0)
                && !facts.inputs(ProceedsState.class).isEmpty();
        return Verdict.firstOf(
                () -> facts.shape(expected),
                () -> joined(facts.inputs(ProceedsState.class).get(0)));
    }

    private Verdict joined(ProceedsState like) {
        boolean signed = facts.isSignedBy(like.getOwner())
                || facts.isSignedBy(like.getAgent().getOwningKey());
        return Verdict.firstOf(
                () -> Rule.REQUIRED_KEYS_SIGN.holds(signed, "neither the owner nor the settlement agent signs"),
                () -> new OneBalance(facts)
                        .follows(
                                like.getOwner(),
                                like,
                                BigInteger.ZERO,
                                Rule.MONEY_IS_CONSERVED,
                                Rule.MONEY_IS_CONSERVED));
    }
}
