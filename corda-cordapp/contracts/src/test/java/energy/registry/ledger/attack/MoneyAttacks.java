package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import energy.registry.ledger.contract.Deposit;
import energy.registry.ledger.contract.JoinProceeds;
import energy.registry.ledger.contract.OneBalance;
import energy.registry.ledger.contract.OpenBalance;
import energy.registry.ledger.contract.Purchase;
import energy.registry.ledger.contract.RegistryCommand;
import energy.registry.ledger.contract.Withdraw;
import energy.registry.ledger.state.AccountState;
import energy.registry.ledger.state.MoneyState;
import energy.registry.ledger.state.ProceedsState;
import energy.registry.ledger.state.SettlementMoney;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.corda.core.contracts.StateRef;
import net.corda.core.crypto.SecureHash;

/** Ways to pay less, or with money that nobody paid in. */
final class MoneyAttacks {
    private MoneyAttacks() {}

    static List<Attack> all() {
        return Arrays.asList(
                paid("the buyer keeps a cent", money -> more(money, 1)),
                Attack.aimed(
                        "a balance below zero",
                        "D9",
                        (stage, move) -> balance(move)
                                .map(at -> move.output(
                                        at, Stage.euro(((MoneyState) move.outputs.get(at)).getOwner(), -1))),
                        Rule.MONEY_IS_POSITIVE),
                Attack.aimed(
                        "money for a stranger",
                        "D9",
                        (stage, move) ->
                                balance(move).map(at -> move.output(at, Stage.euro(Stage.STRANGER.getPublicKey(), 1))),
                        Rule.MONEY_IS_CONSERVED),
                Attack.aimed("one balance too many", "D9", MoneyAttacks::twice, Rule.MONEY_HAS_ONE_BALANCE),
                Attack.aimed("the seller gets nothing", "D9", MoneyAttacks::unpaid, Rule.PROCEEDS_ARE_THE_SELLERS),
                Attack.aimed(
                        "proceeds under another number",
                        "D9",
                        (stage, move) -> proceeds(move, state -> of(state, "PR-0", state.getAmountMinor())),
                        Rule.PROCEEDS_ARE_THE_SELLERS),
                Attack.aimed(
                        "the seller gets a cent less",
                        "D9",
                        (stage, move) ->
                                proceeds(move, state -> of(state, state.getProceedsId(), state.getAmountMinor() - 1)),
                        Rule.PRICE_IS_PAID),
                Attack.aimed(
                        "the seller's own money is taken along", "D9", MoneyAttacks::along, Rule.MONEY_IS_CONSERVED),
                Attack.aimed("more is joined than one act may", "", MoneyAttacks::tooMany, Rule.JOINING_IS_BOUNDED),
                Attack.aimed(
                        "a stranger joins somebody's proceeds",
                        "D10",
                        (stage, move) -> joining(move).map(command -> signedByStranger(move)),
                        Rule.REQUIRED_KEYS_SIGN),
                Attack.aimed(
                        "joining makes a cent",
                        "D9",
                        (stage, move) ->
                                joining(move).map(command -> move.output(0, more((MoneyState) move.outputs.get(0), 1))),
                        Rule.MONEY_IS_CONSERVED),
                Attack.aimed(
                        "money of one's own making",
                        "D9",
                        (stage, move) -> balance(move).map(at -> ownMoney(move)),
                        Rule.MONEY_IS_OF_AGREED_AGENT),
                deposit("a deposit of nothing", 0, Rule.MONEY_IS_POSITIVE),
                deposit("a deposit below zero", -5, Rule.MONEY_IS_POSITIVE),
                deposit("a deposit of more than was said", 1, Rule.MONEY_IS_CONSERVED),
                Attack.aimed("a deposit for another account", "D9", MoneyAttacks::forAnother, Rule.ACCOUNT_EXISTS),
                Attack.aimed("a deposit into two balances", "D9", MoneyAttacks::split, Rule.MONEY_HAS_ONE_BALANCE),
                Attack.aimed("more is withdrawn than there is", "D9", MoneyAttacks::overdraw, Rule.MONEY_IS_POSITIVE));
    }

    private static MoneyState more(MoneyState money, long by) {
        return new MoneyState(money.getOwner(), money.getCurrency(), money.getAmountMinor() + by, money.getAgent());
    }

    /** Index of the one balance of a purchase: the buyer's. */
    private static Optional<Integer> balance(Move move) {
        int at = move.firstOutput(MoneyState.class);
        return move.command() instanceof Purchase && at >= 0 ? Optional.of(at) : Optional.empty();
    }

    private static Optional<RegistryCommand> joining(Move move) {
        return move.command() instanceof JoinProceeds
                ? Optional.of((RegistryCommand) move.command())
                : Optional.empty();
    }

    private static Move signedByStranger(Move move) {
        return move.changed(copy -> {
            copy.signers.clear();
            copy.signers.add(Stage.STRANGER.getPublicKey());
        });
    }

    private static ProceedsState of(ProceedsState like, String number, long amount) {
        return new ProceedsState(number, like.getOwner(), like.getCurrency(), amount, like.getAgent());
    }

    private static Optional<Move> proceeds(Move move, UnaryOperator<ProceedsState> bend) {
        int at = move.firstOutput(ProceedsState.class);
        return at < 0
                ? Optional.empty()
                : Optional.of(move.output(at, bend.apply((ProceedsState) move.outputs.get(at))));
    }

    private static Optional<Move> unpaid(Stage stage, Move move) {
        int at = move.firstOutput(ProceedsState.class);
        return at < 0 ? Optional.empty() : Optional.of(move.changed(copy -> copy.outputs.remove(at)));
    }

    /** The seller's money goes in and comes out with what he earned: his next sale would have to wait for it. */
    private static Optional<Move> along(Stage stage, Move move) {
        return proceeds(move, state -> {
                    List<Entry> his = stage.moneyOf(state.getOwner());
                    return of(state, state.getProceedsId(), state.getAmountMinor() + Stage.sum(his));
                })
                .map(bent -> {
                    PublicKey seller =
                            ((ProceedsState) bent.outputs.get(bent.firstOutput(ProceedsState.class))).getOwner();
                    return bent.changed(copy -> copy.inputs.addAll(stage.moneyOf(seller)));
                })
                .filter(bent -> bent.inputs.size() > move.inputs.size());
    }

    private static Optional<Move> tooMany(Stage stage, Move move) {
        int at = move.firstOutput(MoneyState.class);
        if (at < 0 || move.command() instanceof OpenBalance) {
            return Optional.empty();
        }
        MoneyState balance = (MoneyState) move.outputs.get(at);
        int count = OneBalance.PROCEEDS_MAX + 1;
        return Optional.of(move.output(at, more(balance, count)).changed(copy -> {
            for (int i = 0; i < count; i++) {
                StateRef nowhere = new StateRef(SecureHash.sha256("small change"), i);
                copy.inputs.add(new Entry(nowhere, Stage.proceeds("PR-" + i, balance.getOwner(), 1)));
            }
        }));
    }

    private static Attack paid(String name, UnaryOperator<MoneyState> bend) {
        return Attack.aimed(
                name,
                "D9",
                (stage, move) ->
                        balance(move).map(at -> move.output(at, bend.apply((MoneyState) move.outputs.get(at)))),
                Rule.PRICE_IS_PAID);
    }

    private static Optional<Move> twice(Stage stage, Move move) {
        return balance(move).map(at -> move.changed(copy -> copy.outputs.add(copy.outputs.get(at))));
    }

    private static Move ownMoney(Move move) {
        return move.changed(copy -> copy.inputs.add(new Entry(
                new StateRef(SecureHash.sha256("own money"), 0),
                new MoneyState(((Purchase) move.command()).getBuyer(), "EUR", 1_000_000, Stage.STRANGER.getParty()))));
    }

    private static Optional<Deposit> deposit(Move move) {
        return move.command() instanceof Deposit ? Optional.of((Deposit) move.command()) : Optional.empty();
    }

    private static Attack deposit(String name, long amount, Rule rule) {
        return Attack.aimed(
                name,
                "D9",
                (stage, move) -> deposit(move)
                        .filter(command -> command.getAmountMinor() != amount)
                        .map(command -> move.commanding(new Deposit(
                                "bent", command.getAccountId(), command.getCurrency(), amount, "ida", "paid in"))),
                rule);
    }

    private static Optional<Move> forAnother(Stage stage, Move move) {
        return deposit(move).map(command -> {
            AccountState named = (AccountState) move.references.get(0).state;
            String other = named.getAccountId().equals("acme") ? "globex" : "acme";
            return move.changed(copy -> copy.references.set(0, stage.account(other)));
        });
    }

    private static Optional<Move> split(Stage stage, Move move) {
        return deposit(move).map(command -> move.changed(copy -> copy.outputs.add(copy.outputs.get(0))));
    }

    private static Optional<Move> overdraw(Stage stage, Move move) {
        if (!(move.command() instanceof Withdraw) || move.inputs.isEmpty()) {
            return Optional.empty();
        }
        Withdraw command = (Withdraw) move.command();
        PublicKey owner = ((SettlementMoney) move.inputs.get(0).state).getOwner();
        long amount = Stage.sum(move.inputs) + 1;
        return Optional.of(
                move.commanding(new Withdraw("bent", command.getAccountId(), "EUR", amount, "ida", "paid out"))
                        .output(0, Stage.euro(owner, -1)));
    }
}
