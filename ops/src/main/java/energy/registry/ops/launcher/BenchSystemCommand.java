package energy.registry.ops.launcher;

import energy.registry.ledger.gateway.network.NodeCommand;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortOwner;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.Progress;
import energy.registry.ops.supervise.Start;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Step;
import energy.registry.ops.supervise.Stop;
import energy.registry.ops.supervise.Stopwatch;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@code bench ledger}, {@code bench audit} and {@code bench web}: measure a part of a system, started for it. Without
 * {@code --data} it is made for the measurement in a folder of its own and removed afterwards; with it, what runs in that
 * folder is used where it runs, and started and stopped where it does not.
 */
final class BenchSystemCommand {
    /** Beside the ports of a system that runs with the defaults. */
    private static final int PORT_BASE = 28_000;

    private static final int HEAP_MEBIBYTES = 768;

    /** Both compilers: a network that is measured for minutes repays what its start costs more. */
    private static final String NODE_OPTIONS = "-XX:TieredStopAtLevel=4";

    private static final int FAILED = 1;

    private final Launcher launcher;
    private final Bench bench;
    private final Progress progress;

    /** What is measured, and the process whose running means that the whole part runs. */
    enum Bench {
        /** Four nodes and the gateway. */
        LEDGER(LedgerSteps.GATEWAY, "energy.registry.ops.bench.Main"),
        /** The same. */
        AUDIT(LedgerSteps.GATEWAY, "energy.registry.ops.bench.Main"),
        /** Database, identity provider and WildFly; no ledger, so that the read model stays as it is made. */
        WEB(WebSteps.WEB, "energy.registry.ops.bench.WebBench"),
        /** The whole registry with its twin. */
        WEB_SYSTEM(WebSteps.WEB, "energy.registry.ops.bench.WebBench");

        private final String last;
        private final String mainClass;

        Bench(String last, String mainClass) {
            this.last = last;
            this.mainClass = mainClass;
        }

        /** What is started for the pages that these arguments ask for; the measurement reads them too. */
        static Bench ofPages(List<String> arguments) {
            return arguments.contains("--system") ? WEB_SYSTEM : WEB;
        }

        private boolean measuresLedger() {
            return this == LEDGER || this == AUDIT;
        }

        private List<Step> steps(Launcher launcher, Installation installation) throws IOException {
            if (measuresLedger()) {
                return new LedgerSteps(installation, nodeOptions()).steps();
            }
            if (this == WEB_SYSTEM) {
                return RegistrySystem.of(installation, DemoLogin.all(installation.secrets(), launcher.random()), true)
                        .steps();
            }
            List<Step> steps = new ArrayList<>(new DatabaseSteps(installation).steps());
            steps.addAll(
                    new KeycloakSteps(installation, DemoLogin.all(installation.secrets(), launcher.random())).steps());
            steps.add(new WebSteps(installation).web());
            return steps;
        }
    }

    BenchSystemCommand(Launcher launcher, Bench bench) {
        this.launcher = launcher;
        this.bench = bench;
        this.progress = line -> launcher.err().println(line);
    }

    int run(List<String> arguments) throws IOException, UsageException {
        List<String> own = new ArrayList<>(arguments);
        String data = take(own, "--data");
        String base = take(own, "--port-base");
        OptionalInt wanted = base == null ? OptionalInt.empty() : OptionalInt.of(portBase(base));
        if (data != null) {
            return in(new DataFolder(Path.of(data).toAbsolutePath().normalize()), wanted, own);
        }
        Path scratch = Files.createTempDirectory("registry-bench");
        try {
            return in(new DataFolder(scratch), wanted, own);
        } finally {
            delete(scratch);
        }
    }

    private int in(DataFolder data, OptionalInt wanted, List<String> own) throws IOException, UsageException {
        OptionalInt base = data.exists() || wanted.isPresent() ? wanted : OptionalInt.of(PORT_BASE);
        DataFolder.Settings settings = data.settings(base);
        data.create();
        try (FileLock held = data.lock()) {
            if (!data.exists() && held.isValid()) {
                data.keep(settings);
            }
            Installation installation = launcher.installation(data, settings);
            if (data.runs(bench.last)) {
                return measure(installation, own);
            }
            return startAndMeasure(installation, own);
        }
    }

    private int startAndMeasure(Installation installation, List<String> own) throws IOException, UsageException {
        List<Step> steps = bench.steps(launcher, installation);
        requireFreePorts(steps);
        Start start = new Start(steps, installation.data().run(), progress);
        Thread interrupted = new Thread(() -> stop(installation.data()));
        Runtime.getRuntime().addShutdownHook(interrupted);
        Stopwatch watch = new Stopwatch();
        try {
            start.run();
            List<String> all = new ArrayList<>(own);
            if (bench.measuresLedger()) {
                all.addAll(List.of("--found", "network_made_and_started_seconds"));
                all.add(String.valueOf(watch.elapsed().toMillis() / 1e3));
                all.addAll(List.of(
                        "--node-options",
                        nodeOptions(),
                        "--h2",
                        h2(installation).toString()));
            }
            return measure(installation, all);
        } catch (StartFailedException e) {
            launcher.err().println("What is to be measured did not start: " + e.getMessage());
            return FAILED;
        } finally {
            stop(installation.data());
        }
    }

    /** What the environment says, else both compilers: a node that issues all day repays the longer start. */
    private static String nodeOptions() {
        String given = System.getenv().getOrDefault(NodeCommand.OPTIONS, "");
        return given.isBlank() ? NODE_OPTIONS : given;
    }

    /** The database library of the nodes, with which their files are compacted once they are stopped. */
    private static Path h2(Installation installation) throws IOException {
        Path libraries = installation.checkout().of("corda-cordapp/gateway/target/corda-node/lib");
        try (Stream<Path> files = Files.list(libraries)) {
            return files.filter(file -> file.getFileName().toString().startsWith("h2-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(libraries + " has no H2"));
        }
    }

    private static void requireFreePorts(List<Step> steps) throws UsageException {
        for (Step step : steps) {
            if (step instanceof Part part) {
                for (PortUse use : part.ports()) {
                    if (PortOwner.of(use.port()).isPresent()) {
                        throw new UsageException("port " + use.port() + " of " + use.purpose()
                                + " is taken; move the measurement with --port-base N");
                    }
                }
            }
        }
    }

    private void stop(DataFolder data) {
        try {
            List<String> left = new Stop(data.run(), progress).stop(data.run().all());
            if (!left.isEmpty()) {
                launcher.err().println("Still running: " + String.join(", ", left));
            }
        } catch (IOException e) {
            launcher.err().println("could not stop what was started: " + e.getMessage());
        }
    }

    private int measure(Installation installation, List<String> own) throws IOException {
        List<String> arguments = new ArrayList<>(own);
        if (bench.measuresLedger()) {
            arguments.add(0, bench.name().toLowerCase(Locale.ROOT));
            arguments.addAll(List.of("--node-java", installation.cordaJavaHome().toString()));
        }
        JavaProgram program = new JavaProgram(
                installation.java(),
                HEAP_MEBIBYTES,
                List.of(),
                installation.checkout().classpath("ops"),
                bench.mainClass,
                arguments);
        ProcessBuilder builder = new ProcessBuilder(program.command()).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        builder.environment().putAll(installation.environment());
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static int portBase(String given) throws UsageException {
        if (!given.matches("[0-9]{4,5}")) {
            throw new UsageException("--port-base " + given + " is not a whole number");
        }
        return Ports.checkedBase(Integer.parseInt(given));
    }

    /** Takes an option with its value out of the arguments; null when it is not there. */
    private static String take(List<String> arguments, String option) throws UsageException {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return null;
        }
        if (at + 1 == arguments.size()) {
            throw new UsageException(option + " needs a value");
        }
        String value = arguments.get(at + 1);
        arguments.subList(at, at + 2).clear();
        return value;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
