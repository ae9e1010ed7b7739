package energy.registry.ops.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.ProcessTable;
import energy.registry.ops.supervise.RunRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code status}: a line, or an object, per process; exit 0 only when every one is healthy. */
final class StatusCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final Launcher launcher;
    private final Options options;

    StatusCommand(Launcher launcher, Options options) {
        this.launcher = launcher;
        this.options = options;
    }

    /** A process as it is now. */
    private enum State {
        UP,
        UNHEALTHY,
        DOWN
    }

    private record Line(String name, State state, Optional<Long> pid, long residentBytes, String url, String problem) {}

    int run() throws IOException, UsageException {
        DataFolder data = new DataFolder(options.data());
        List<Line> lines = data.exists() ? lines(data) : List.of();
        boolean healthy = !lines.isEmpty() && lines.stream().allMatch(line -> line.state() == State.UP);
        launcher.out().println(options.json() ? json(lines, healthy) : text(lines, data));
        return healthy ? 0 : 1;
    }

    private List<Line> lines(DataFolder data) throws IOException, UsageException {
        DataFolder.Settings settings = data.settings(options.portBase());
        Installation installation = launcher.installation(data, settings);
        List<DemoLogin> logins = DemoLogin.all(launcher.secrets(data), launcher.random());
        List<Line> lines = new ArrayList<>();
        for (Part part :
                RegistrySystem.of(installation, logins, settings.twin()).parts()) {
            lines.add(line(part, data));
        }
        return lines;
    }

    private static Line line(Part part, DataFolder data) throws IOException {
        Optional<RunRecord> record = data.run().running(part.name());
        if (record.isEmpty()) {
            return new Line(part.name(), State.DOWN, Optional.empty(), 0, part.url(), "not running");
        }
        Optional<String> problem = part.probe().problem();
        long pid = record.get().pid();
        return new Line(
                part.name(),
                problem.isEmpty() ? State.UP : State.UNHEALTHY,
                Optional.of(pid),
                ProcessTable.residentBytes(pid),
                part.url(),
                problem.orElse(""));
    }

    private static String json(List<Line> lines, boolean healthy) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("healthy", healthy);
        ArrayNode processes = root.putArray("processes");
        for (Line line : lines) {
            ObjectNode process = processes
                    .addObject()
                    .put("name", line.name())
                    .put("state", line.state().name());
            line.pid().ifPresentOrElse(pid -> process.put("pid", pid), () -> process.putNull("pid"));
            process.put("rss_bytes", line.residentBytes()).put("url", line.url());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static String text(List<Line> lines, DataFolder data) {
        if (lines.isEmpty()) {
            return "Nothing was ever started in " + data.path() + ".";
        }
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %-9s %8s %6d MiB  %s  %s%n",
                    line.name(),
                    line.state(),
                    line.pid().map(String::valueOf).orElse("-"),
                    line.residentBytes() / BYTES_PER_MEBIBYTE,
                    line.url(),
                    line.problem()));
        }
        return text.toString().stripTrailing();
    }
}
