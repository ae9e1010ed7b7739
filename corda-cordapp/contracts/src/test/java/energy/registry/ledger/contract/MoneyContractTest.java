package energy.registry.ledger.contract;

import static energy.registry.ledger.contract.Draft.BUYER;
import static energy.registry.ledger.contract.Draft.ISSUER;
import static energy.registry.ledger.contract.Draft.SELLER;
import static energy.registry.ledger.contract.Scene.account;
import static energy.registry.ledger.contract.Scene.earned;
import static energy.registry.ledger.contract.Scene.money;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.MoneyState;
import org.junit.jupiter.api.Test;

class MoneyContractTest {
    private static final Draft DEPOSIT = Draft.of(new Deposit("d", "acme", "EUR", 100, "ida", "bank"), ISSUER)
            .in(money(BUYER, 50))
            .out(money(BUYER, 150))
            .referring(account("acme", BUYER));

    private static final Draft WITHDRAWAL = Draft.of(new Withdraw("w", "acme", "EUR", 50, "ida", "bank"), ISSUER)
            .in(money(BUYER, 30), money(BUYER, 30))
            .out(money(BUYER, 10))
            .referring(account("acme", BUYER), Scene.control());

    private static final Draft JOINING = Draft.of(new JoinProceeds("j"), BUYER)
            .in(money(BUYER, 30), earned(BUYER, "PR-1", 7), earned(BUYER, "PR-2", 8))
            .out(money(BUYER, 45));

    @Test
    void theAgentBooksDepositsAndWithdrawals() {
        DEPOSIT.isLawful();
        WITHDRAWAL.isLawful();
    }

    @Test
    void nobodyElseDoes() {
        DEPOSIT.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
        WITHDRAWAL.signedBy(BUYER).breaks(Rule.REQUIRED_KEYS_SIGN);
    }

    @Test
    void theBalanceChangesByTheAmount() {
        DEPOSIT.output(0, money(BUYER, 151)).breaks(Rule.MONEY_IS_CONSERVED);
        WITHDRAWAL.output(0, money(BUYER, 11)).breaks(Rule.MONEY_IS_CONSERVED);
    }

    @Test
    void amountsArePositive() {
        DEPOSIT.commanding(new Deposit("d", "acme", "EUR", -10, "ida", "bank")).breaks(Rule.MONEY_IS_POSITIVE);
        WITHDRAWAL
                .commanding(new Withdraw("w", "acme", "EUR", 61, "ida", "bank"))
                .output(0, money(BUYER, -1))
                .breaks(Rule.MONEY_IS_POSITIVE);
    }

    @Test
    void moneyStaysWithTheAccountThatIsNamed() {
        DEPOSIT.input(0, money(SELLER, 50)).breaks(Rule.MONEY_IS_CONSERVED);
        DEPOSIT.output(0, money(SELLER, 150)).breaks(Rule.ACCOUNT_EXISTS);
        DEPOSIT.tweak(draft -> draft.references.set(0, account("globex", BUYER)))
                .breaks(Rule.ACCOUNT_EXISTS);
    }

    @Test
    void moneyStaysOfOneKind() {
        MoneyState dollars = new MoneyState(BUYER.getPublicKey(), "USD", 150, ISSUER.getParty());
        DEPOSIT.output(0, dollars).breaks(Rule.MONEY_IS_CONSERVED);
    }

    @Test
    void oneBalanceIsLeft() {
        WITHDRAWAL
                .tweak(draft -> {
                    draft.outputs.set(0, money(BUYER, 5));
                    draft.out(money(BUYER, 5));
                })
                .breaks(Rule.MONEY_HAS_ONE_BALANCE);
    }

    @Test
    void proceedsAreJoinedByTheirOwnerOrTheAgent() {
        JOINING.isLawful();
        JOINING.signedBy(ISSUER).isLawful();
        JOINING.signedBy(SELLER).breaks(Rule.REQUIRED_KEYS_SIGN);
        JOINING.tweak(draft -> draft.inputs.remove(0))
                .output(0, money(BUYER, 15))
                .isLawful();
    }

    @Test
    void joiningChangesNoAmountAndNobodyElsesMoney() {
        JOINING.output(0, money(BUYER, 46)).breaks(Rule.MONEY_IS_CONSERVED);
        JOINING.input(2, earned(SELLER, "PR-2", 8)).breaks(Rule.MONEY_IS_CONSERVED);
        JOINING.output(0, money(SELLER, 45)).breaks(Rule.MONEY_IS_CONSERVED);
        JOINING.tweak(draft -> draft.inputs.subList(1, 3).clear())
                .output(0, money(BUYER, 30))
                .breaks(Rule.STATES_ARE_EXPECTED);
        JOINING.tweak(draft -> draft.referring(account("acme", BUYER))).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void joiningIsBounded() {
        Draft most = JOINING.tweak(draft -> draft.inputs.clear());
        for (int i = 0; i < OneBalance.PROCEEDS_MAX; i++) {
            most.in(earned(BUYER, "PR-" + i, 1));
        }
        most.output(0, money(BUYER, OneBalance.PROCEEDS_MAX)).isLawful();
        most.tweak(draft -> draft.in(earned(BUYER, "PR-more", 1)))
                .output(0, money(BUYER, OneBalance.PROCEEDS_MAX + 1))
                .breaks(Rule.JOINING_IS_BOUNDED);
    }

    @Test
    void aWithdrawalPaysOutProceedsToo() {
        WITHDRAWAL
                .tweak(draft -> draft.in(earned(BUYER, "PR-1", 5)))
                .output(0, money(BUYER, 15))
                .isLawful();
        WITHDRAWAL.tweak(draft -> draft.in(earned(BUYER, "PR-1", 5))).breaks(Rule.MONEY_IS_CONSERVED);
    }

    @Test
    void certificatesDoNotTravelAlong() {
        DEPOSIT.tweak(draft -> draft.out(Scene.certificate())).breaks(Rule.STATES_ARE_EXPECTED);
    }

    @Test
    void aWithdrawalMayTakeEverything() {
        WITHDRAWAL
                .commanding(new Withdraw("w", "acme", "EUR", 60, "ida", "bank"))
                .output(0, money(BUYER, 0))
                .isLawful();
    }

    @Test
    void nothingIsNotBooked() {
        DEPOSIT.commanding(new Deposit("d", "acme", "EUR", 0, "ida", "bank"))
                .output(0, money(BUYER, 50))
                .breaks(Rule.MONEY_IS_POSITIVE);
    }
}
