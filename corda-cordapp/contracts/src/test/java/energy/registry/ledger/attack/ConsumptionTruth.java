package energy.registry.ledger.attack;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ledger.contract.RetireForConsumption;
import energy.registry.ledger.state.ConsumptionState;
import energy.registry.ledger.state.RetirementState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the naive model asks of consumption: each hour of it is claimed once, and by no more than was metered. */
final class ConsumptionTruth {
    private final Set<String> honest = new HashSet<>();
    private final Set<Long> claimed = new HashSet<>();

    void vouchFor(byte[] statement) {
        honest.add(Digest.sha(statement).toString());
    }

    void judge(Move move) {
        boolean claims = move.command() instanceof RetireForConsumption;
        boolean touches = !move.inputsOf(ConsumptionState.class).isEmpty();
        Harm.when(touches && !claims, "a point of consumption is consumed for nothing");
        if (!claims) {
            return;
        }
        byte[] said = ((RetireForConsumption) move.command()).getConsumption();
        Harm.when(!honest.contains(Digest.sha(said).toString()), "a consumption that no meter said");
        Map<Long, Long> left = metered(said);
        left.keySet().forEach(hour -> Harm.when(claimed.contains(hour), "consumption of " + hour + " claimed twice"));
        for (RetirementState state : move.outputsOf(RetirementState.class)) {
            for (CertificateBundle line : state.record().lines()) {
                for (Wh wh : Truth.expand(line, null, Wh.Fate.RETIRED, null).values()) {
                    Harm.when(left.merge(wh.hour, -1L, Long::sum) < 0, "more retired in " + wh.hour + " than consumed");
                }
            }
        }
    }

    private static Map<Long, Long> metered(byte[] said) {
        IntervalStatement statement =
                IntervalStatement.decode(SignedRecord.decode(said).record());
        Map<Long, Long> metered = new HashMap<>();
        for (int i = 0; i < statement.intervalCount(); i++) {
            metered.put(
                    statement.period(i).startEpochSecond(), statement.energy(i).toLong());
        }
        return metered;
    }

    void record(Move move) {
        if (move.command() instanceof RetireForConsumption) {
            claimed.addAll(metered(((RetireForConsumption) move.command()).getConsumption())
                    .keySet());
        }
    }
}
