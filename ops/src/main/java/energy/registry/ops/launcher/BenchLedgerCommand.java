package energy.registry.ops.launcher;

import energy.registry.ledger.gateway.network.CordaNode;
import energy.registry.ops.supervise.PortOwner;
import energy.registry.ops.supervise.Progress;
import energy.registry.ops.supervise.Start;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Stop;
import energy.registry.ops.supervise.Stopwatch;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code bench ledger} and {@code bench audit}: measure a network of four nodes and a gateway. Without {@code --data} it is
 * made for the measurement in a folder of its own and removed afterwards; with it, the ledger of that folder is used where
 * it runs, and started and stopped where it does not.
 */
final class BenchLedgerCommand {
    /** Beside the ports of a system that runs with the defaults. */
    private static final int PORT_BASE = 28_000;

    private static final int HEAP_MEBIBYTES = 768;
    private static final int FAILED = 1;

    private final Launcher launcher;
    private final String bench;
    private final Progress progress;

    BenchLedgerCommand(Launcher launcher, String bench) {
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
            if (data.runs(LedgerSteps.GATEWAY)) {
                return measure(installation, own);
            }
            return startAndMeasure(installation, own);
        }
    }

    private int startAndMeasure(Installation installation, List<String> own) throws IOException, UsageException {
        for (CordaNode node : CordaNode.values()) {
            int port = node.rpcPort(installation.ports().base());
            if (PortOwner.of(port).isPresent()) {
                throw new UsageException(
                        "port " + port + " of " + node.folder() + " is taken; move the measurement with --port-base N");
            }
        }
        Start start = new Start(
                new LedgerSteps(installation).steps(), installation.data().run(), progress);
        Thread interrupted = new Thread(() -> stop(installation.data()));
        Runtime.getRuntime().addShutdownHook(interrupted);
        Stopwatch watch = new Stopwatch();
        try {
            start.run();
            List<String> all = new ArrayList<>(own);
            all.addAll(List.of("--found", "network_made_and_started_seconds"));
            all.add(String.valueOf(watch.elapsed().toMillis() / 1e3));
            return measure(installation, all);
        } catch (StartFailedException e) {
            launcher.err().println("The ledger did not start: " + e.getMessage());
            return FAILED;
        } finally {
            stop(installation.data());
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
        List<String> arguments = new ArrayList<>(List.of(bench));
        arguments.addAll(own);
        arguments.addAll(List.of("--node-java", installation.cordaJavaHome().toString()));
        JavaProgram program = new JavaProgram(
                installation.java(),
                HEAP_MEBIBYTES,
                List.of(),
                installation.checkout().classpath("ops"),
                "energy.registry.ops.bench.Main",
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
