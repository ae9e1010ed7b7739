package energy.registry.ops.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a replay came to: a line an interval, and the counts. */
final class Report {
    private final String deviceId;
    private final String footage;
    private final List<Line> lines;
    private final long seconds;

    Report(String deviceId, String footage, List<Line> lines, long seconds) {
        this.deviceId = deviceId;
        this.footage = footage;
        this.lines = lines;
        this.seconds = seconds;
    }

    /** Whether every certifiable interval was sent and its fate is decided. */
    boolean isSettled() {
        return lines.stream().allMatch(Line::isSettled);
    }

    private Map<String, Long> counts() {
        return lines.stream().collect(Collectors.groupingBy(Line::outcome, TreeMap::new, Collectors.counting()));
    }

    private long energyWh(String outcome) {
        return lines.stream()
                .filter(line -> line.outcome().equals(outcome))
                .mapToLong(Line::energyWh)
                .sum();
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-17s %10s %10s %10s %8s  %-16s %s%n",
                "interval (UTC)",
                "energy Wh",
                "at most Wh",
                "recorded",
                "seen rpm",
                "outcome",
                "why or certificate");
        for (Line line : lines) {
            Settled settled = line.settled();
            out.printf(
                    Locale.ROOT,
                    "%-17s %,10d %10s %7.2frpm %8s  %-16s %s%n",
                    Instant.ofEpochSecond(line.interval().period().startEpochSecond())
                            .toString()
                            .substring(0, 16),
                    line.energyWh(),
                    settled == null || settled.maxWh() < 0 ? "-" : String.format(Locale.ROOT, "%,d", settled.maxWh()),
                    line.rotorRpm(),
                    settled == null || settled.rotorRpm().isEmpty() ? "-" : settled.rotorRpm(),
                    line.outcome(),
                    line.detail());
        }
        out.printf(
                Locale.ROOT,
                "%n%s: %d intervals, %s; issued %,d Wh, held %,d Wh; footage %s; %d s%n",
                deviceId,
                lines.size(),
                counts().entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ")),
                energyWh("ISSUED"),
                energyWh("HELD"),
                footage,
                seconds);
    }

    String json() {
        ObjectNode report = Json.object()
                .put("device", deviceId)
                .put("footage", footage)
                .put("settled", isSettled())
                .put("intervals", lines.size())
                .put("issuedWh", energyWh("ISSUED"))
                .put("heldWh", energyWh("HELD"))
                .put("seconds", seconds);
        ObjectNode counts = report.putObject("counts");
        counts().forEach(counts::put);
        ArrayNode list = report.putArray("lines");
        for (Line line : lines) {
            list.addObject()
                    .put(
                            "start",
                            Instant.ofEpochSecond(line.interval().period().startEpochSecond())
                                    .toString())
                    .put(
                            "end",
                            Instant.ofEpochSecond(line.interval().period().endEpochSecond())
                                    .toString())
                    .put("energyWh", line.energyWh())
                    .put("recordedMilliRpm", Math.round(line.rotorRpm() * 1_000))
                    .put("outcome", line.outcome())
                    .put("detail", line.detail());
        }
        return Json.text(report);
    }
}
