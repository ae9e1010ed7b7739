package energy.registry.ingest.agent;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.merkle.MerkleTree;
import energy.registry.ingest.statement.Position;
import java.util.ArrayList;
import java.util.List;

/** Steps that follow each other without a hole, to be stated in one statement. */
public record Run(List<Step> steps) {
    /** A day of quarter hours. */
    private static final int STEPS_MAX = 96;

    /** Readings in a statement, so that its message stays well below 1 MiB. */
    private static final int READINGS_MAX = 5_000;

    public Run {
        steps = List.copyOf(steps);
    }

    /** @param steps in order of time */
    public static List<Run> of(List<Step> steps) {
        List<Run> runs = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        int readings = 0;
        for (Step step : steps) {
            boolean goesOn = !open.isEmpty()
                    && open.get(open.size() - 1).isFollowedBy(step)
                    && open.size() < STEPS_MAX
                    && readings + step.readings().size() <= READINGS_MAX;
            if (!goesOn && !open.isEmpty()) {
                runs.add(new Run(open));
                open.clear();
                readings = 0;
            }
            open.add(step);
            readings += step.readings().size();
        }
        if (!open.isEmpty()) {
            runs.add(new Run(open));
        }
        return runs;
    }

    public List<Reading> readings() {
        return steps.stream().flatMap(step -> step.readings().stream()).toList();
    }

    /** The statement that continues the meter's chain. */
    public IntervalStatement statement(AgentTerms terms, Position at) {
        List<Reading> readings = readings();
        long[] registers = new long[steps.size() + 1];
        registers[0] = steps.get(0).registerStart();
        for (int i = 0; i < steps.size(); i++) {
            registers[i + 1] = steps.get(i).registerEnd();
        }
        boolean fresh = at.openEpoch() != null;
        return new IntervalStatement(
                terms.meterId(),
                fresh ? at.openEpoch() : at.epoch(),
                fresh ? 0 : at.nextSequence(),
                steps.get(0).start(),
                steps.get(0).seconds(),
                registers,
                steps.get(0).quality(),
                Signatory.METERING_AGENT,
                terms.origin(),
                readings.size(),
                MerkleTree.over(readings.stream().map(Reading::encode).toList()).root(),
                fresh ? Digest.ZERO : at.previous());
    }
}
