package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One way to cheat. An aimed attack breaks certain rules, and the contract has to refuse it by one of their names; one
 * without an aim may by chance be harmless, and the naive model says whether it was.
 */
final class Attack {
    /** Turns a lawful move into a hostile one, where the moment allows it. */
    interface Change {
        Optional<Move> of(Stage stage, Move lawful);
    }

    final String name;
    final String ways;
    final List<Rule> aims;
    private final Change change;

    private Attack(String name, String ways, List<Rule> aims, Change change) {
        this.name = name;
        this.ways = ways;
        this.aims = Collections.unmodifiableList(new ArrayList<>(aims));
        this.change = change;
    }

    /**
     * @param ways numbers of the ways to count energy twice that it stands for, such as {@code D1 D2}; may be empty
     * @param aims the rules by one of which it has to be refused
     */
    static Attack aimed(String name, String ways, Change change, Rule... aims) {
        return new Attack(name, ways, Arrays.asList(aims), change);
    }

    static Attack blind(String name, String ways, Change change) {
        return new Attack(name, ways, Collections.emptyList(), change);
    }

    Optional<Move> on(Stage stage, Move lawful) {
        return change.of(stage, lawful);
    }

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        all.addAll(AnyMoveAttacks.all());
        all.addAll(IssueAttacks.all());
        all.addAll(RegisterAttacks.all());
        all.addAll(DeviceAttacks.all());
        all.addAll(TradeAttacks.all());
        all.addAll(MoneyAttacks.all());
        all.addAll(ControlAttacks.all());
        all.addAll(LifeAttacks.all());
        all.addAll(WithdrawalAttacks.all());
        all.addAll(ExchangeAttacks.all());
        all.addAll(ConsumptionAttacks.all());
        all.addAll(StorageAttacks.all());
        all.addAll(RecordAttacks.all());
        all.addAll(NamesakeAttacks.all());
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
