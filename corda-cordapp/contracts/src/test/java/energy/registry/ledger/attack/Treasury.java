package energy.registry.ledger.attack;

import energy.registry.ledger.contract.Deposit;
import energy.registry.ledger.contract.JoinProceeds;
import energy.registry.ledger.contract.OpenBalance;
import energy.registry.ledger.contract.Withdraw;
import energy.registry.ledger.state.ProceedsState;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** What settlement agent and owners do with money on a stage, but for purchases. */
final class Treasury {
    private static final int AMOUNT_MAX_MINOR = 1_000;

    private final Stage stage;

    Treasury(Stage stage) {
        this.stage = stage;
    }

    Move deposit() {
        String id = stage.random.nextBoolean() ? "acme" : "globex";
        long amount = 1 + stage.random.nextInt(AMOUNT_MAX_MINOR);
        Move move = stage.move(
                new Deposit(stage.request(), id, "EUR", amount, "ida", "paid in"), Stage.ISSUER.getPublicKey());
        return settle(move, id, amount);
    }

    Optional<Move> payOut() {
        List<String> ids = stage.accounts();
        String id = ids.get(stage.random.nextInt(ids.size()));
        long all = Stage.sum(stage.moneyOf(stage.key(id)));
        if (all == 0) {
            return Optional.empty();
        }
        long amount = 1 + stage.random.nextInt((int) Math.min(AMOUNT_MAX_MINOR, all));
        Move move = stage.move(
                new Withdraw(stage.request(), id, "EUR", amount, "ida", "paid out"), Stage.ISSUER.getPublicKey());
        return Optional.of(settle(move, id, -amount).referring(stage.control()));
    }

    private Move settle(Move move, String id, long delta) {
        PublicKey owner = stage.key(id);
        List<Entry> before = stage.moneyOf(owner);
        if (before.isEmpty()) {
            return stage.move(new OpenBalance(stage.request(), id, "EUR"), Stage.ISSUER.getPublicKey())
                    .out(Stage.euro(owner, 0))
                    .referring(stage.account(id));
        }
        move.inputs.addAll(before);
        return move.out(Stage.euro(owner, Stage.sum(before) + delta)).referring(stage.account(id));
    }

    Optional<Move> join() {
        List<Entry> proceeds = stage.world.all(ProceedsState.class);
        if (proceeds.isEmpty()) {
            return Optional.empty();
        }
        PublicKey owner = ((ProceedsState) proceeds.get(stage.random.nextInt(proceeds.size())).state).getOwner();
        List<Entry> money = stage.moneyOf(owner);
        Move move = stage.move(
                new JoinProceeds(stage.request()), stage.random.nextBoolean() ? owner : Stage.ISSUER.getPublicKey());
        move.inputs.addAll(money);
        return Optional.of(move.out(Stage.euro(owner, Stage.sum(money))));
    }
}
