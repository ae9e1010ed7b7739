package energy.registry.ops.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a measurement found, on which machine and from which inputs. */
final class Results {
    private static final double KIB_PER_GIB = 1_048_576;

    private final String bench;
    private final Map<String, Object> inputs = new LinkedHashMap<>();
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> profile = new LinkedHashMap<>();

    Results(String bench) {
        this.bench = bench;
    }

    Results input(String name, Object value) {
        inputs.put(name, value);
        return this;
    }

    void number(String name, double value) {
        numbers.put(name, Math.round(value * 1_000) / 1_000.0);
    }

    void profile(Map<String, Map<String, Double>> found) {
        profile.putAll(found);
    }

    String json() throws IOException {
        ObjectNode out = Json.object().put("bench", bench);
        ObjectNode machine = out.putObject("machine");
        machine().forEach(machine::putPOJO);
        ObjectNode given = out.putObject("inputs");
        inputs.forEach(given::putPOJO);
        ObjectNode metrics = out.putObject("results");
        numbers.forEach(metrics::put);
        if (!profile.isEmpty()) {
            ObjectNode nodes = out.putObject("profile_percent");
            profile.forEach((node, parts) -> {
                ObjectNode percent = nodes.putObject(node);
                parts.forEach(percent::put);
            });
        }
        return Json.text(out);
    }

    void print(PrintStream out) throws IOException {
        out.println("machine: " + machine());
        out.println("inputs:  " + inputs);
        numbers.forEach((name, value) -> out.printf(Locale.ROOT, "%-64s %,14.3f%n", name, value));
        profile.forEach((node, parts) -> {
            out.println("profile of " + node + ", percent of samples:");
            parts.forEach((part, percent) -> out.printf(Locale.ROOT, "    %-44s %8.1f%n", part, percent));
        });
    }

    private static Map<String, Object> machine() throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", System.getProperty("java.version"));
        Path memory = Path.of("/proc/meminfo");
        if (Files.exists(memory)) {
            long kibibytes = Long.parseLong(Files.readAllLines(memory).get(0).replaceAll("\\D", ""));
            machine.put("memory_gib", Math.round(kibibytes / KIB_PER_GIB));
        }
        Path load = Path.of("/proc/loadavg");
        if (Files.exists(load)) {
            machine.put(
                    "load_1_minute", Double.parseDouble(Files.readString(load).split(" ")[0]));
        }
        return machine;
    }
}
