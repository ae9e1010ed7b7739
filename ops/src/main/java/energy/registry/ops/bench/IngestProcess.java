package energy.registry.ops.bench;

import com.sun.net.httpserver.HttpServer;
import energy.registry.migration.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The ingest service in a process of its own, beside a ledger that has nothing to say. */
final class IngestProcess implements AutoCloseable {
    /** What the launcher gives it. */
    private static final List<String> HEAP = List.of("-Xmx512m", "-Xmn320m");

    private static final int START_SECONDS_MAX = 60;
    private static final int STOP_SECONDS_MAX = 20;
    private static final int HTTP_OFFSET = 91;
    private static final int MQTT_OFFSET = 1_883 - 8_000;
    private static final int FIRST_BASE = 30_000;
    private static final int LAST_BASE = 31_500;
    private static final int BASE_STEP = 100;

    private static final String GC_LOG = "gc.log";

    private final Path scratch;
    private final Process process;
    private final HttpServer ledger;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private int pausesSeen;

    private IngestProcess(Path scratch, Process process, HttpServer ledger, URI address) {
        this.scratch = scratch;
        this.process = process;
        this.ledger = ledger;
        this.address = address;
    }

    static IngestProcess start(Path scratch, Path java, String classpath, PostgresServer database, int base)
            throws IOException, InterruptedException {
        HttpServer ledger = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        byte[] nothing = "{\"events\":[],\"last\":0}".getBytes(StandardCharsets.US_ASCII);
        ledger.setExecutor(Executors.newCachedThreadPool());
        ledger.createContext("/", exchange -> {
            pause();
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        ledger.start();
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        HEAP.get(0),
                        HEAP.get(1),
                        "-Xlog:gc:file=" + scratch.resolve(GC_LOG),
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classpath,
                        "energy.registry.ingest.config.Main")
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("ingest.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("REGISTRY_"));
        environment.put("REGISTRY_DATA", scratch.toString());
        environment.put("REGISTRY_DB_URL", database.url());
        environment.put("REGISTRY_DB_USER", database.user());
        environment.put("REGISTRY_DB_PASSWORD", database.password());
        environment.put("REGISTRY_SERVICE_TOKEN", "bench");
        String peer = "http://127.0.0.1:" + ledger.getAddress().getPort();
        environment.put("REGISTRY_GATEWAY_URL", peer);
        environment.put("REGISTRY_VISION_URL", peer);
        environment.put("REGISTRY_PORT_BASE", Integer.toString(base));
        IngestProcess started = new IngestProcess(
                scratch, builder.start(), ledger, URI.create("http://127.0.0.1:" + (base + HTTP_OFFSET)));
        started.awaitHealth(scratch.resolve("ingest.log"));
        return started;
    }

    static int mqttPort(int base) {
        return base + MQTT_OFFSET;
    }

    /** The first port base from a thousand below the ephemeral ports at which both doors are free. */
    static int freeBase() throws IOException {
        for (int base = FIRST_BASE; base < LAST_BASE; base += BASE_STEP) {
            if (isFree(base + HTTP_OFFSET) && isFree(mqttPort(base))) {
                return base;
            }
        }
        throw new IOException("no free ports between " + FIRST_BASE + " and " + LAST_BASE + "; stop what uses them");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        List<String> lines = Files.readAllLines(log);
        throw new IOException(
                "the service did not start: " + lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    long pid() {
        return process.pid();
    }

    /** The service's own account of where its time went, seconds. */
    Map<String, Double> stages() throws IOException, InterruptedException {
        Map<String, Double> stages = new LinkedHashMap<>();
        for (String line : get("/metrics").body().split("\n")) {
            if (line.startsWith("ingest_stage_seconds_total{")) {
                String stage = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
                stages.put(
                        "stage_" + stage + "_seconds", Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        return stages;
    }

    /** The longest that each stage took since this was asked last, milliseconds. */
    Map<String, Double> longest() throws IOException, InterruptedException {
        Map<String, Double> longest = new LinkedHashMap<>();
        for (String line : get("/metrics").body().split("\n")) {
            if (line.startsWith("ingest_stage_longest_seconds{")) {
                String stage = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
                longest.put(
                        "longest_" + stage + "_millis",
                        1_000 * Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }
        return longest;
    }

    /** Longest stop for a collection of memory since this was asked last, milliseconds. */
    double longestPauseMillis() throws IOException {
        List<Double> pauses = pauses();
        double longest = pauses.subList(pausesSeen, pauses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        pausesSeen = pauses.size();
        return longest;
    }

    /** All stops for collections of memory so far, seconds. */
    double pauseSeconds() throws IOException {
        List<Double> pauses = pauses();
        pausesSeen = pauses.size();
        return pauses.stream().mapToDouble(Double::doubleValue).sum() / 1_000;
    }

    private List<Double> pauses() throws IOException {
        return Files.readAllLines(scratch.resolve(GC_LOG)).stream()
                .filter(line -> line.contains("Pause") && line.endsWith("ms"))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1, line.length() - 2)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.stop(0);
    }
}
