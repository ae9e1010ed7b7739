package energy.registry.vision.application;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts for the operator. */
public final class VisionFigures {
    private final AtomicLong admitted = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final Map<String, AtomicLong> missedLooks = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> byState = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> byRule = new ConcurrentHashMap<>();

    public void admitted() {
        admitted.incrementAndGet();
    }

    public void turnedAway(ClipRule rule) {
        byRule.computeIfAbsent(rule.name(), name -> new AtomicLong()).incrementAndGet();
    }

    void looked() {
        looks.incrementAndGet();
    }

    void lookMissed(String code) {
        missedLooks.computeIfAbsent(code, name -> new AtomicLong()).incrementAndGet();
    }

    void measured(String state, long tookNanos) {
        byState.computeIfAbsent(state, name -> new AtomicLong()).incrementAndGet();
        nanos.addAndGet(tookNanos);
    }

    void failed() {
        failures.incrementAndGet();
    }

    public void footageDeleted(int clips) {
        deleted.addAndGet(clips);
    }

    /** Lines in the text format that Prometheus reads. */
    public String asText(int waiting, int unsent) {
        StringBuilder text = new StringBuilder();
        text.append("vision_clips_admitted_total ").append(admitted.get()).append('\n');
        new TreeMap<>(byState).forEach((state, count) -> text.append("vision_clips_measured_total{state=\"")
                .append(state)
                .append("\"} ")
                .append(count)
                .append('\n'));
        new TreeMap<>(byRule).forEach((rule, count) -> text.append("vision_turned_away_total{rule=\"")
                .append(rule)
                .append("\"} ")
                .append(count)
                .append('\n'));
        text.append("vision_looks_total ").append(looks.get()).append('\n');
        new TreeMap<>(missedLooks).forEach((code, count) -> text.append("vision_looks_missed_total{reason=\"")
                .append(code)
                .append("\"} ")
                .append(count)
                .append('\n'));
        text.append("vision_measure_seconds_total ").append(nanos.get() / 1e9).append('\n');
        text.append("vision_failures_total ").append(failures.get()).append('\n');
        text.append("vision_footage_deleted_total ").append(deleted.get()).append('\n');
        text.append("vision_queue_depth ").append(waiting).append('\n');
        text.append("vision_outbox_depth ").append(unsent).append('\n');
        return text.toString();
    }
}
