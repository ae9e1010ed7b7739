package energy.registry.ops.bench;

import energy.registry.migration.Migrate;
import energy.registry.migration.postgres.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * {@code ops/registry bench ingest}: signed statements over MQTT into a service of its own with the bundled PostgreSQL,
 * fsync on, all on this machine. Every message is acknowledged after its commit; afterwards the rows are counted.
 */
public final class IngestBench {
    private static final int FAILED = 1;
    private static final int METERS = 512;
    private static final int CONNECTIONS = 8;

    /** Unacknowledged messages of one connection while the rate is measured. */
    private static final int WINDOW_60 = 96;

    private static final int WINDOW_1 = 1_024;
    private static final int MESSAGES_60 = 24_000;
    private static final int MESSAGES_1 = 100_000;
    private static final int WARM_UP_60 = 6_000;
    private static final int WARM_UP_1 = 20_000;
    private static final int LATENCY_SECONDS = 10;
    private static final int LOG_LINES = 20;
    private static final double BYTES_PER_MEBIBYTE = 1_048_576;

    private final List<BenchMeter> meters = new ArrayList<>();
    private final Results results = new Results("ingest");
    private final PostgresServer database;
    private final int mqttPort;
    private long statements;
    private long readings;

    private IngestBench(PostgresServer database, int mqttPort) {
        this.database = database;
        this.mqttPort = mqttPort;
        for (int i = 0; i < METERS; i++) {
            meters.add(new BenchMeter(i));
        }
    }

    /** Arguments: {@code [--json] --service CLASSPATH --runtime FOLDER --java JAVA}. */
    public static void main(String[] arguments) {
        System.setProperty("registry.log.target", "System.err");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Path scratch = Files.createTempDirectory("registry-bench-ingest");
            try {
                Results results = measure(scratch, arguments);
                if (arguments.contains("--json")) {
                    System.out.println(results.json());
                } else {
                    results.print(System.out);
                }
                return 0;
            } finally {
                delete(scratch);
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            System.err.println("ingest could not be measured: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static Results measure(Path scratch, List<String> arguments)
            throws IOException, SQLException, InterruptedException {
        Path binaries = Path.of(value(arguments, "--runtime")).resolve("postgres");
        try (PostgresServer database =
                PostgresServer.start(scratch.resolve("database"), binaries, freePort(), "bench")) {
            Migrate.migrate(database.dataSource());
            int base = IngestProcess.freeBase();
            IngestBench bench = new IngestBench(database, IngestProcess.mqttPort(base));
            bench.register();
            try (IngestProcess service = IngestProcess.start(
                    scratch, Path.of(value(arguments, "--java")), value(arguments, "--service"), database, base)) {
                bench.measure(service);
            } catch (IllegalStateException | IOException e) {
                tail(scratch.resolve("ingest.log"));
                throw e;
            }
            return bench.results;
        }
    }

    private static void tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).forEach(IngestBench::say);
    }

    private static String value(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 == arguments.size()) {
            throw new IllegalStateException(name + " is missing; ops/registry bench ingest gives it");
        }
        return arguments.get(at + 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** As if the ledger had announced them: the service reads its devices from here at its start. */
    private void register() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into ingest.device (device_id,"
                        + " announced_seq, meter_id, owner, digest, canonical, announced_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < METERS; i++) {
                var device = meters.get(i).device();
                insert.setString(1, device.deviceId());
                insert.setLong(2, i + 1);
                insert.setString(3, device.meterId());
                insert.setString(4, device.owner());
                insert.setBytes(5, device.digest().bytes());
                insert.setBytes(6, device.encode());
                insert.setTimestamp(7, Timestamp.from(Instant.EPOCH));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void measure(IngestProcess service) throws IOException, InterruptedException, SQLException {
        results.input("meters", METERS)
                .input("connections", CONNECTIONS)
                .input("witnesses_per_reading", 2)
                .input("database", "bundled PostgreSQL, fsync on, synchronous_commit on, on the same machine")
                .input("signature", "Ed25519, one a statement")
                .input("camera_policy", "REQUIRED: claims wait for verdicts and are not in the measurement");
        say("making statements");
        List<List<MqttFlood.Message>> warm60 = messages(WARM_UP_60, 60);
        List<List<MqttFlood.Message>> run60 = messages(MESSAGES_60, 60);
        send("warm-up", warm60, WINDOW_60, 60, 0);
        Map<String, Double> before = cost(service);
        double rate60 = send("60 readings a statement", run60, WINDOW_60, 60, 0).rate();
        cost(service)
                .forEach((name, seconds) -> results.number(
                        name + "_cpu_micros_per_statement_60", (seconds - before.get(name)) * 1e6 / MESSAGES_60));
        results.number("readings_per_second_60", rate60);

        double half = rate60 / 60 / 2;
        service.longest(); // of the full load
        double pausesBefore = service.pauseSeconds();
        Sent paced =
                send("half that load", messages((int) (half * LATENCY_SECONDS), 60), WINDOW_60, 60, half / CONNECTIONS);
        Percentiles latency = new Percentiles(paced.latencies());
        results.number("ack_p50_millis", latency.millis(50));
        results.number("ack_p99_millis", latency.millis(99));
        results.number("ack_max_millis", latency.millis(100));
        service.longest().forEach((name, millis) -> results.number("half_load_" + name, millis));
        results.number("half_load_gc_seconds", service.pauseSeconds() - pausesBefore);
        results.number("half_load_gc_pause_max_millis", service.longestPauseMillis());

        send("warm-up", messages(WARM_UP_1, 1), WINDOW_1, 1, 0);
        List<List<MqttFlood.Message>> run1 = messages(MESSAGES_1, 1);
        Map<String, Double> start = cost(service);
        results.number(
                "readings_per_second_1",
                send("one reading a statement", run1, WINDOW_1, 1, 0).rate());
        cost(service)
                .forEach((name, seconds) -> results.number(
                        name + "_cpu_micros_per_statement_1", (seconds - start.get(name)) * 1e6 / MESSAGES_1));
        results.number("ingest_resident_mebibytes", ProcessCost.residentMebibytes(service.pid()));
        results.number("ingest_peak_resident_mebibytes", ProcessCost.peakMebibytes(service.pid()));
        results.number("gc_pause_max_millis", service.longestPauseMillis());
        service.stages().forEach(results::number);
        count();
    }

    private record Sent(double rate, List<Long> latencies) {}

    private static void say(String line) {
        System.err.println(line);
    }

    /** Each connection speaks for its own meters; a meter's statements stay in order. */
    private List<List<MqttFlood.Message>> messages(int count, int readingCount) throws InterruptedException {
        ExecutorService makers = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<List<MqttFlood.Message>>> made = new ArrayList<>();
        for (int c = 0; c < CONNECTIONS; c++) {
            int connection = c;
            made.add(makers.submit(() -> {
                List<MqttFlood.Message> own = new ArrayList<>();
                for (int i = 0; i < count / CONNECTIONS; i++) {
                    BenchMeter meter = meters.get(connection + i % (METERS / CONNECTIONS) * CONNECTIONS);
                    own.add(new MqttFlood.Message(meter.meterId(), meter.next(readingCount)));
                }
                return own;
            }));
        }
        makers.shutdown();
        return results(made);
    }

    private Sent send(
            String what, List<List<MqttFlood.Message>> messages, int window, int readingCount, double perSecond)
            throws IOException, InterruptedException {
        List<MqttFlood> floods = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            floods.add(new MqttFlood(mqttPort, "bench-" + what.hashCode() + "-" + i, window));
        }
        ExecutorService senders = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<List<Long>>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            MqttFlood flood = floods.get(i);
            List<MqttFlood.Message> own = messages.get(i);
            sent.add(senders.submit(() -> flood.publish(own, perSecond)));
        }
        senders.shutdown();
        List<Long> latencies = results(sent).stream().flatMap(List::stream).toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (MqttFlood flood : floods) {
            flood.close();
        }
        statements += latencies.size();
        readings += (long) latencies.size() * readingCount;
        double rate = latencies.size() * readingCount / seconds;
        say(String.format("%s: %d statements in %.1f s, %.0f readings/s", what, latencies.size(), seconds, rate));
        return new Sent(rate, latencies);
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : futures) {
            try {
                results.add(each.get());
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("a connection broke off: " + e.getCause(), e);
            }
        }
        return results;
    }

    private Map<String, Double> cost(IngestProcess service) {
        Map<String, Double> cost = new LinkedHashMap<>(ProcessCost.cpuSeconds(Map.of("ingest", service.pid())));
        cost.put(
                "load",
                ProcessCost.cpuSeconds(Map.of("load", ProcessHandle.current().pid()))
                        .get("load"));
        return cost;
    }

    /** Nothing lost, nothing doubled, nothing refused. */
    private void count() throws SQLException {
        long kept = number("select count(*) from ingest.statement");
        long keptReadings = number("select sum(cardinality(at)) from ingest.reading_run");
        long refused = number("select count(*) from ingest.quarantine");
        results.number("statements_kept", kept);
        results.number("readings_kept", keptReadings);
        results.number(
                "database_mebibytes", number("select pg_database_size(current_database())") / BYTES_PER_MEBIBYTE);
        if (kept != statements || keptReadings != readings || refused != 0) {
            throw new IllegalStateException("acknowledged " + statements + " statements with " + readings
                    + " readings, kept " + kept + " with " + keptReadings + ", refused " + refused);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
