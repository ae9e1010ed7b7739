package energy.registry.ops.bench;

import energy.registry.ops.device.HttpDoor;
import energy.registry.ops.device.ServiceAddresses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code ops/registry bench ledger} and {@code bench audit}: measures the ledger that the launcher has started or found; exit 0 when measured. */
public final class Main {
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("registry.log.target", "System.err");
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            Options options = Options.parse(arguments);
            Results results = measure(options, environment);
            if (options.json()) {
                System.out.println(results.json());
            } else {
                results.print(System.out);
            }
            return 0;
        } catch (IllegalArgumentException unusable) {
            System.err.println(unusable.getMessage());
            return UNUSABLE;
        } catch (IOException | IllegalStateException broken) {
            System.err.println("the ledger could not be measured: " + broken.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static Results measure(Options options, Map<String, String> environment)
            throws IOException, InterruptedException {
        ServiceAddresses services = ServiceAddresses.from(environment);
        HttpDoor gateway = new HttpDoor(services.gateway(), services.token());
        LedgerProcesses processes = new LedgerProcesses(services.data(), options.nodeJava());
        String run = Long.toString(System.currentTimeMillis() / 1_000, Character.MAX_RADIX);
        Scenery scenery = new Scenery(gateway, run);
        Progress progress = new Progress();
        Results results = new Results(options.bench())
                .input("nodes", "notary (validating), issuing-body, market, regulator; gateway's HTTP door")
                .input("seconds", options.plan().seconds())
                .input("clients", options.plan().clients())
                .input("devices", options.plan().devices())
                .input("interval_seconds", BenchDevice.INTERVAL_SECONDS)
                .input("node_options", options.nodeOptions())
                .input("signatures_per_claim", "meter and 2 of 2 verifiers, Ed25519")
                .input("counted", "when the regulator's node tells of it");
        options.found().forEach(results::number);
        if (options.bench().equals("audit")) {
            new AuditBench(options.plan(), gateway, scenery, services.data(), results, progress).run();
        } else {
            new LedgerBench(options.plan(), gateway, scenery, processes, results, progress).run();
        }
        progress.accept("measured");
        return results;
    }

    /** Says what has been done, each line after the seconds since the measurement began. */
    private static final class Progress implements Consumer<String> {
        private final long begin = System.nanoTime();

        @Override
        public void accept(String line) {
            System.err.printf(Locale.ROOT, "[%4.0f s] %s%n", (System.nanoTime() - begin) / 1e9, line);
        }
    }

    /** What the command line says. */
    private record Options(
            String bench,
            LedgerBench.Plan plan,
            boolean json,
            Path nodeJava,
            String nodeOptions,
            Map<String, Double> found) {
        private static final double SECONDS_DEFAULT = 300;
        private static final int CLIENTS_DEFAULT = 128;
        private static final int DEVICES_MIN = 64;

        /** A device has some 58 days of claims, and seventy days a second have been issued. */
        private static final double DEVICES_PER_SECOND = 1.5;

        static Options parse(List<String> arguments) {
            double seconds = SECONDS_DEFAULT;
            int clients = CLIENTS_DEFAULT;
            int devices = 0;
            boolean json = false;
            boolean quick = false;
            Path java = Path.of("/usr/lib/jvm/java-11");
            Path h2 = null;
            String nodeOptions = "those the running nodes were started with";
            Map<String, Double> found = new java.util.LinkedHashMap<>();
            Deque<String> rest = new ArrayDeque<>(arguments);
            String bench = value("bench", rest);
            while (!rest.isEmpty()) {
                String option = rest.pop();
                switch (option) {
                    case "--json" -> json = true;
                    case "--quick" -> quick = true;
                    case "--seconds" -> seconds = whole(option, rest, 5, 3_600);
                    case "--clients" -> clients = whole(option, rest, 1, 512);
                    case "--devices" -> devices = whole(option, rest, 6, 8_192);
                    case "--node-java" -> java = Path.of(value(option, rest));
                    case "--node-options" -> nodeOptions = value(option, rest);
                    case "--h2" -> h2 = Path.of(value(option, rest));
                    case "--found" -> found.put(value(option, rest), Double.parseDouble(value(option, rest)));
                    default ->
                        throw new IllegalArgumentException("unknown option " + option
                                + "; known are --seconds N, --clients N, --devices N, --quick, --json");
                }
            }
            if (devices == 0) {
                devices = DEVICES_MIN + (int) (DEVICES_PER_SECOND * seconds);
            }
            LedgerBench.Plan plan = new LedgerBench.Plan(seconds, clients, devices, quick, Optional.ofNullable(h2));
            return new Options(bench, plan, json, java, nodeOptions, found);
        }

        private static String value(String option, Deque<String> rest) {
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            return rest.pop();
        }

        private static int whole(String option, Deque<String> rest, int min, int max) {
            String given = value(option, rest);
            if (given.matches("[0-9]{1,6}")) {
                int number = Integer.parseInt(given);
                if (number >= min && number <= max) {
                    return number;
                }
            }
            throw new IllegalArgumentException(option + ": '" + given + "' is not within " + min + ".." + max);
        }
    }
}
