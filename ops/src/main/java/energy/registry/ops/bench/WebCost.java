package energy.registry.ops.bench;

import energy.registry.ops.supervise.RunFolder;
import energy.registry.ops.supervise.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the measured processes take: processor time of the counted part, which other load on the machine changes little, and memory. */
final class WebCost {
    private static final String WILDFLY = "web";
    private static final String DATABASE = "postgres";

    private final Map<String, Long> pids = new LinkedHashMap<>();
    private Map<String, Double> before = Map.of();
    private final Map<String, Double> used = new LinkedHashMap<>();

    WebCost(Path data) throws IOException {
        for (RunRecord record : new RunFolder(data.resolve("run")).all()) {
            if (record.alive() && !record.name().equals(DATABASE)) { // its processes come and go with the connections
                pids.put(record.name(), record.pid());
            }
        }
        if (!pids.containsKey(WILDFLY)) {
            throw new IOException("WildFly does not run any more");
        }
    }

    void begin() {
        before = ProcessCost.cpuSeconds(pids);
    }

    void end() {
        ProcessCost.cpuSeconds(pids).forEach((name, now) -> used.put(name, now - before.getOrDefault(name, 0.0)));
    }

    void into(Results results) {
        used.forEach((name, seconds) -> results.number("cpu_seconds_" + name, seconds));
    }

    double residentMebibytes() throws IOException {
        return ProcessCost.residentMebibytes(pids.get(WILDFLY));
    }
}
