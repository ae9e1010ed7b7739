package energy.registry.ledger.attack;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.ledger.contract.Correct;
import energy.registry.ledger.contract.WithdrawCertificates;
import energy.registry.ledger.state.DeviceState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the naive model asks of energy that was issued too much: whoever takes back all watt-hours of an hour may issue it
 * anew; whoever takes back fewer than were metered owes the rest, and the next energy pays it before any is issued.
 */
final class DebtTruth {
    private final Map<String, Long> owed = new HashMap<>();
    private final Map<String, String> devices = new HashMap<>();

    /** What is left of metered energy, by device and hour in order of time, when debts are paid. */
    Map<String, Long> without(Map<String, Long> metered) {
        Map<String, Long> debts = new HashMap<>(owed);
        Map<String, Long> left = new LinkedHashMap<>();
        metered.forEach((hour, energy) -> {
            String device = hour.substring(0, hour.indexOf('@'));
            long paid = Math.min(debts.getOrDefault(device, 0L), energy);
            debts.merge(device, -paid, Long::sum);
            if (energy > paid) {
                left.put(hour, energy - paid);
            }
        });
        return left;
    }

    /** What each device owes after a move. */
    Function<String, Long> after(Move move, Map<String, Long> metered, List<Wh> back) {
        Map<String, Long> debts = debtsAfter(move, metered, back);
        return device -> debts.getOrDefault(device, 0L);
    }

    private Map<String, Long> debtsAfter(Move move, Map<String, Long> metered, List<Wh> back) {
        Map<String, Long> debts = new HashMap<>(owed);
        Map<String, Long> left = without(metered);
        metered.forEach((hour, energy) ->
                debts.merge(hour.substring(0, hour.indexOf('@')), left.getOrDefault(hour, 0L) - energy, Long::sum));
        deviceOf(move).ifPresent(device -> debts.merge(device, newDebt(move, back), Long::sum));
        return debts;
    }

    private static long newDebt(Move move, List<Wh> back) {
        if (move.command() instanceof Correct) {
            long over = ((Correct) move.command()).getOverIssuedWh();
            Harm.when(over <= 0, "a correction of " + over + " Wh");
            return over;
        }
        return withdrawn(move).map(claim -> metered(move, claim) - back.size()).orElse(0L);
    }

    /** The device whose energy a move takes back or corrects. */
    Optional<String> deviceOf(Move move) {
        return move.command() instanceof Correct
                ? Optional.ofNullable(devices.get(((Correct) move.command()).getMeterId()))
                : withdrawn(move).map(GenerationClaim::deviceId);
    }

    /** The hours that may be issued anew after a move. */
    Set<Long> opened(Move move, List<Wh> back) {
        Set<Long> hours = new HashSet<>();
        withdrawn(move).filter(claim -> metered(move, claim) == back.size()).ifPresent(claim -> {
            for (long hour : Truth.hoursOf(claim)) {
                if (isIn(move, hour)) {
                    hours.add(hour);
                }
            }
        });
        return hours;
    }

    private static Optional<GenerationClaim> withdrawn(Move move) {
        return move.command() instanceof WithdrawCertificates
                ? Optional.of(SignedClaim.decode(((WithdrawCertificates) move.command()).getClaim())
                        .claim())
                : Optional.empty();
    }

    private static long metered(Move move, GenerationClaim claim) {
        IntervalStatement statement = claim.statement();
        long sum = 0;
        for (int i = claim.firstInterval(); i < claim.firstInterval() + claim.intervalCount(); i++) {
            if (isIn(move, statement.period(i).startEpochSecond())) {
                sum += statement.energy(i).toLong();
            }
        }
        return sum;
    }

    private static boolean isIn(Move move, long hour) {
        WithdrawCertificates command = (WithdrawCertificates) move.command();
        return command.getStartEpochSecond() <= hour && hour < command.getEndEpochSecond();
    }

    void record(Move move, Map<String, Long> metered, List<Wh> back) {
        Map<String, Long> debts = debtsAfter(move, metered, back);
        owed.clear();
        owed.putAll(debts);
        move.outputsOf(DeviceState.class)
                .forEach(state ->
                        devices.put(state.record().meterId(), state.record().deviceId()));
    }
}
