package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stages one after the other, each with some dozens of lawful moves; every attack that fits is made on each move before
 * the move itself is recorded. A campaign is its seed: the same seed makes the same attacks.
 */
final class Campaign {
    private static final int MOVES_PER_STAGE = 60;

    private final long seed;
    private final List<Attack> attacks;
    private final Map<String, Integer> made = new TreeMap<>();
    private final Map<Rule, Integer> refusals = new EnumMap<>(Rule.class);
    private final Map<LedgerRule, Integer> byLedger = new EnumMap<>(LedgerRule.class);
    private final List<String> escapes = new ArrayList<>();
    private long round;
    private int total;
    private int harmless;
    private int lawful;

    Campaign(long seed, List<Attack> attacks) {
        this.seed = seed;
        this.attacks = attacks;
    }

    /** Attacks until this many were made, or the first few have escaped. */
    Campaign run(int attacksWanted, int escapesMax) {
        for (; total < attacksWanted && escapes.size() < escapesMax; round++) {
            stage(new Stage(seed + round), attacks, attacksWanted, escapesMax);
        }
        return this;
    }

    /** More stages, but only for the attacks that have not found their moment yet: some wait for a rare turn of events. */
    Campaign andEachOnce(int roundsMax, int escapesMax) {
        for (long last = round + roundsMax; round < last && escapes.size() < escapesMax; round++) {
            List<Attack> waiting = new ArrayList<>(attacks);
            waiting.removeIf(attack -> made.containsKey(attack.name));
            if (waiting.isEmpty()) {
                break;
            }
            stage(new Stage(seed + round), waiting, Integer.MAX_VALUE, escapesMax);
        }
        return this;
    }

    private void stage(Stage stage, List<Attack> attackers, int attacksWanted, int escapesMax) {
        for (int i = 0; i < MOVES_PER_STAGE && escapes.size() < escapesMax; i++) {
            Optional<Move> move = i < Stage.openings() ? Optional.of(stage.opening(i)) : stage.anyMove();
            if (move.isPresent()) {
                attackAll(stage, attackers, move.get(), attacksWanted);
                accept(stage, move.get());
            }
        }
    }

    private void attackAll(Stage stage, List<Attack> attackers, Move move, int attacksWanted) {
        for (Attack attack : attackers) {
            Optional<Move> hostile = total < attacksWanted ? made(stage, attack, move) : Optional.empty();
            hostile.ifPresent(bent -> {
                total++;
                made.merge(attack.name, 1, Integer::sum);
                judge(stage, attack, bent);
            });
        }
    }

    /** With a planted fault the registry's own plans may break off over an attack; without one none does. */
    private Optional<Move> made(Stage stage, Attack attack, Move move) {
        try {
            return attack.on(stage, move);
        } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException e) {
            note(true, attack, "the registry breaks off while it is made: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void judge(Stage stage, Attack attack, Move bent) {
        Optional<LedgerRule> malformed = World.malformed(bent);
        if (malformed.isPresent()) {
            byLedger(attack, malformed.get());
            return;
        }
        Optional<Verdict> verdict = verdictOn(bent);
        if (!verdict.isPresent()) {
            note(true, attack, "the contract breaks off instead of naming a rule");
        } else if (!verdict.get().isValid()) {
            Rule rule = verdict.get().rule();
            refusals.merge(rule, 1, Integer::sum);
            note(
                    !attack.aims.isEmpty() && !attack.aims.contains(rule),
                    attack,
                    "refused by " + rule + " instead of " + attack.aims + ": "
                            + verdict.get().detail());
        } else if (stage.world.notarysRefusal(bent).isPresent()) {
            byLedger(attack, stage.world.notarysRefusal(bent).get());
        } else {
            Optional<String> harm = stage.truth.harmOf(bent);
            harmless += harm.isPresent() ? 0 : 1;
            note(harm.isPresent(), attack, "ACCEPTED, and " + harm.orElse(""));
            note(!attack.aims.isEmpty() && !harm.isPresent(), attack, "ACCEPTED: " + bent);
        }
    }

    private void byLedger(Attack attack, LedgerRule rule) {
        byLedger.merge(rule, 1, Integer::sum);
        note(!attack.aims.isEmpty(), attack, "only the ledger refuses it: " + rule.sentence);
    }

    private void note(boolean escaped, Attack attack, String how) {
        if (escaped) {
            escapes.add("seed " + seed + ", «" + attack + "»: " + how);
        }
    }

    /** Absent when the contract breaks off with an exception: it refuses too, but names no rule. */
    private static Optional<Verdict> verdictOn(Move move) {
        try {
            return Optional.of(move.contractsVerdict());
        } catch (RuntimeException refusedWithoutName) {
            return Optional.empty();
        }
    }

    private void accept(Stage stage, Move move) {
        Verdict verdict = move.contractsVerdict();
        if (!verdict.isValid()) {
            throw new IllegalStateException("seed " + seed + ": a lawful "
                    + move.command().getClass().getSimpleName() + " is refused: " + verdict);
        }
        stage.world.notarysRefusal(move).ifPresent(why -> {
            throw new IllegalStateException("seed " + seed + ": the notary refuses a lawful move: " + why);
        });
        stage.truth.harmOf(move).ifPresent(harm -> {
            throw new IllegalStateException("seed " + seed + ": the model finds harm in a lawful "
                    + move.command().getClass().getSimpleName() + ": " + harm);
        });
        stage.record(move);
        lawful++;
    }

    List<String> escapes() {
        return new ArrayList<>(escapes);
    }

    /** How often each attack was made; those that never found their moment are missing. */
    Map<String, Integer> made() {
        return made;
    }

    int total() {
        return total;
    }

    String report() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%,d attacks of %d kinds on %,d lawful moves, seed %d: %d escaped; %,d refused by the contract,"
                        + " %,d by the ledger alone, %,d harmless by chance%n",
                total, made.size(), lawful, seed, escapes.size(), sum(refusals), sum(byLedger), harmless));
        byLedger.forEach((rule, count) -> text.append(String.format("  %,8d ledger: %s%n", count, rule)));
        refusals.forEach((rule, count) -> text.append(String.format("  %,8d %s%n", count, rule)));
        return text.toString();
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
