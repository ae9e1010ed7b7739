package energy.registry.ingest.golden;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.Signatory;
import energy.registry.ingest.adapter.json.RuleBookJson;
import energy.registry.ingest.adapter.sun.GrenaSun;
import energy.registry.ingest.plausibility.History;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.statement.Capacity;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A meter that repeats a recording: one statement a row, its register the exact integral of the power. */
final class RecordedMeter {
    private static final double SECONDS_PER_HOUR = 3_600;

    private final Plausibility engine = new Plausibility(RuleBookJson.with(List.of()), new GrenaSun());
    private final ProductionDevice device;
    private final int rowSeconds;
    private History history;
    private double register = 1_000_000;
    private long sequence;

    final List<Finding> findings = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    int refusedRows;

    /** A row as recorded: start, mean power over the row, witnesses in thousandths. */
    record Row(long start, double powerW, Map<String, Long> witnesses) {
        Row scaled(double factor) {
            return new Row(start, powerW * factor, witnesses);
        }
    }

    RecordedMeter(ProductionDevice device, int rowSeconds) {
        this.device = device;
        this.rowSeconds = rowSeconds;
        this.history = engine.history(null, device);
    }

    /** Everything this meter knows, so that a run can go on from here in two ways. */
    RecordedMeter branch() {
        RecordedMeter other = new RecordedMeter(device, rowSeconds);
        other.history = other.engine.history(history.encode(), device);
        other.register = register;
        other.sequence = sequence;
        return other;
    }

    /** @return what the engine noticed about this row; null when the intake refuses it */
    List<Finding> say(Row row) {
        long power = Math.round(row.powerW());
        long start = (long) register;
        double next = register + Math.max(0, row.powerW()) * rowSeconds / SECONDS_PER_HOUR;
        long end = (long) next;
        if (end - start > Capacity.energyWh(device.capacityW(), rowSeconds)) {
            refusedRows++;
            return null;
        }
        register = next;
        rows.add(row);
        List<Reading> readings = List.of(new Reading(row.start() + rowSeconds, end, power, row.witnesses()));
        IntervalStatement statement = new IntervalStatement(
                device.meterId(),
                0,
                sequence++,
                row.start(),
                rowSeconds,
                new long[] {start, end},
                Quality.MEASURED,
                Signatory.METER,
                Origin.RECORDING,
                1,
                Digest.ZERO,
                Digest.ZERO);
        List<Finding> noticed = engine.examine(history, device, statement, readings);
        findings.addAll(noticed);
        return noticed;
    }

    List<Finding> of(String rule) {
        return findings.stream().filter(each -> each.rule().equals(rule)).toList();
    }

    /** Rows within any finding of the outcome, whatever the rule. */
    long rowsIn(Outcome outcome) {
        return rows.stream()
                .filter(row -> findings.stream()
                        .filter(each -> each.outcome() == outcome)
                        .anyMatch(each -> covers(each, row)))
                .count();
    }

    boolean covers(Finding finding, Row row) {
        Instant end = Instant.ofEpochSecond(row.start() + rowSeconds);
        return end.isAfter(finding.from()) && !end.isAfter(finding.to());
    }
}
