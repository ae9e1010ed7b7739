package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.ProcessTable;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.Stopwatch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code up} says at its end: where everything is, who can log in, and what it cost. */
final class Summary {
    private static final double BYTES_PER_GIBIBYTE = 1024.0 * 1024.0 * 1024.0;

    private final Installation installation;
    private final RegistrySystem system;
    private final List<DemoLogin> logins;

    Summary(Installation installation, RegistrySystem system, List<DemoLogin> logins) {
        this.installation = installation;
        this.system = system;
        this.logins = logins;
    }

    /**
     * The same text for the same running system; only the line of the cost belongs to a start.
     *
     * @param watch of the start, absent when everything ran before
     */
    String text(Optional<Stopwatch> watch, boolean first) throws IOException {
        StringBuilder text = new StringBuilder("\nThe registry is up.\n\n");
        for (Part part : system.parts()) {
            text.append(String.format(Locale.ROOT, "  %-18s %s%n", part.name(), part.url()));
        }
        text.append("\nStart at ").append(installation.webUrl()).append("/ with one of these logins (kept in ");
        text.append(installation.data().of("secrets/demo-logins.txt")).append("):\n\n");
        logins.forEach(login -> text.append("  ").append(login.line()).append('\n'));
        text.append('\n').append(memory());
        watch.ifPresent(running -> text.append(first ? "; first start " : "; start ")
                .append(running.seconds())
                .append(" s"));
        return text.append("\n").toString();
    }

    private String memory() throws IOException {
        long bytes = 0;
        int processes = 0;
        for (Part part : system.parts()) {
            Optional<RunRecord> record = installation.data().run().running(part.name());
            bytes += record.map(RunRecord::pid).map(ProcessTable::residentBytes).orElse(0L);
            processes += record.isPresent() ? 1 : 0;
        }
        return String.format(Locale.ROOT, "%d processes, %.1f GiB resident", processes, bytes / BYTES_PER_GIBIBYTE);
    }
}
