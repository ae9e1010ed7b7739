package energy.registry.ingest.config;

import energy.registry.ingest.application.Stages;
import energy.registry.ingest.register.CounterStep;
import energy.registry.ingest.statement.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Counters and gauges in the text form of Prometheus. */
final class Metrics implements Consumer<Answer> {
    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();
    private final Map<String, LongSupplier> gauges = new TreeMap<>();
    private final Stages stages = new Stages();

    Stages stages() {
        return stages;
    }

    void gauge(String name, LongSupplier value) {
        gauges.put(name, value);
    }

    /** What a counter did beside going on. */
    void counterStep(CounterStep step) {
        String name = step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        count("ingest_counter_steps_total{step=\"" + name + "\"}");
    }

    private void count(String series) {
        counters.computeIfAbsent(series, key -> new LongAdder()).increment();
    }

    @Override
    public void accept(Answer answer) {
        String rule = answer.refusal() == null ? "" : answer.refusal().rule().name();
        count("ingest_statements_total{status=\"" + answer.status() + "\",rule=\"" + rule + "\"}");
    }

    String text() {
        StringBuilder text = new StringBuilder("# TYPE ingest_statements_total counter\n");
        counters.forEach((series, value) ->
                text.append(series).append(' ').append(value.sum()).append('\n'));
        text.append("# TYPE ingest_stage_seconds_total counter\n");
        for (Stages.Stage stage : Stages.Stage.values()) {
            text.append("ingest_stage_seconds_total{stage=\"")
                    .append(stage.name().toLowerCase(Locale.ROOT))
                    .append("\"} ")
                    .append(stages.nanos(stage) / NANOS)
                    .append('\n');
        }
        text.append("# TYPE ingest_stage_longest_seconds gauge\n");
        for (Stages.Stage stage : Stages.Stage.values()) {
            text.append("ingest_stage_longest_seconds{stage=\"")
                    .append(stage.name().toLowerCase(Locale.ROOT))
                    .append("\"} ")
                    .append(stages.longestNanos(stage) / NANOS)
                    .append('\n');
        }
        gauges.forEach((name, value) -> text.append("# TYPE ")
                .append(name)
                .append(" gauge\n")
                .append(name)
                .append(' ')
                .append(value.getAsLong())
                .append('\n'));
        return text.toString();
    }
}
