package energy.registry.ingest.plausibility;

import energy.registry.ingest.statement.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what the rules notice about one statement. Neighbouring observations of one rule become one finding with the
 * worst value, so that a stuck sensor is one finding a statement and not one a reading.
 */
final class Notes {
    /** Findings of one rule in a statement: more say nothing new. */
    static final int RUNS_MAX = 32;

    private static final class Run {
        private final long from;
        private long to;
        private double observed;
        private double limit;
        private String sentence;

        Run(long from, long to, double observed, double limit, String sentence) {
            this.from = from;
            this.to = to;
            this.observed = observed;
            this.limit = limit;
            this.sentence = sentence;
        }
    }

    private final Map<PhysicsRule, List<Run>> runs = new EnumMap<>(PhysicsRule.class);
    private final Map<PhysicsRule, String> units = new EnumMap<>(PhysicsRule.class);

    /** @param sentence said of the worst observation of a run */
    void note(PhysicsRule rule, long from, long to, double observed, double limit, String unit, String sentence) {
        List<Run> known = runs.computeIfAbsent(rule, key -> new ArrayList<>());
        units.put(rule, unit);
        Run last = known.isEmpty() ? null : known.get(known.size() - 1);
        if (last == null || from > last.to) {
            if (known.size() < RUNS_MAX) {
                known.add(new Run(from, to, observed, limit, sentence));
            }
            return;
        }
        last.to = Math.max(last.to, to);
        if (Math.abs(observed - limit) > Math.abs(last.observed - last.limit)) {
            last.observed = observed;
            last.limit = limit;
            last.sentence = sentence;
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    List<Finding> findings(Map<PhysicsRule, RuleDefinition> rules) {
        List<Finding> findings = new ArrayList<>();
        runs.forEach((rule, each) -> {
            RuleDefinition definition = rules.get(rule);
            for (Run run : each) {
                findings.add(new Finding(
                        rule.name(),
                        definition.version(),
                        definition.outcome(),
                        Instant.ofEpochSecond(run.from),
                        Instant.ofEpochSecond(run.to),
                        shown(run.observed, units.get(rule)),
                        shown(run.limit, units.get(rule)),
                        run.sentence));
            }
        });
        return findings;
    }

    private static String shown(double value, String unit) {
        String number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
        return number + " " + unit;
    }
}
