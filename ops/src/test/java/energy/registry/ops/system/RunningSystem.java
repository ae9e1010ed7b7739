package energy.registry.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole registry with its twin, brought up by the launcher in a data folder of its own with ports of its own, once
 * for all tests that ask for it, and taken down after the last of them. Its data and logs stay for a look. With
 * {@code -Dsystem.data=DIR} the tests use the system that runs on that folder and leave it up.
 */
final class RunningSystem implements ParameterResolver {
    private static final String OWN_PORT_BASE = "18000";

    private static final int DEFAULT_BASE = 8000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The system as the tests see it. */
    static final class Handle implements AutoCloseable {
        private final Path folder = Path.of("target", "system-test").toAbsolutePath();
        private final String attached = System.getProperty("system.data", "");
        private final RegistryCommand command =
                new RegistryCommand(Path.of("").toAbsolutePath().getParent(), folder);

        private Handle() {
            try {
                if (attached.isEmpty()) {
                    delete(folder);
                    RegistryCommand.Answer up =
                            command.run("up", "--data", data().toString(), "--port-base", OWN_PORT_BASE);
                    assertThat(up.exit()).as(up.out()).isZero();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        RegistryCommand.Answer up() throws IOException, InterruptedException {
            return call("up");
        }

        RegistryCommand.Answer down() throws IOException, InterruptedException {
            return call("down");
        }

        RegistryCommand.Answer call(String... arguments) throws IOException, InterruptedException {
            String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data().toString()))
                    .toArray(String[]::new);
            return command.run(all);
        }

        JsonNode status() throws IOException, InterruptedException {
            return JSON.readTree(call("status", "--json").out());
        }

        Path data() {
            return attached.isEmpty() ? folder.resolve("data") : Path.of(attached);
        }

        Path folder() {
            return folder;
        }

        URI web(String path) {
            return URI.create("http://localhost:" + port(8080) + path);
        }

        /** The realm at the identity provider. */
        String identity() {
            return "http://localhost:" + port(8180) + "/realms/registry";
        }

        int port(int defaultPort) {
            Properties settings = new Properties();
            try (Reader reader = Files.newBufferedReader(data().resolve("settings.properties"))) {
                settings.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return defaultPort + Integer.parseInt(settings.getProperty("port-base")) - DEFAULT_BASE;
        }

        String password(String user) throws IOException {
            return Files.readAllLines(data().resolve("secrets/demo-logins.txt")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[0].equals(user))
                    .map(fields -> fields[fields.length - 1])
                    .findFirst()
                    .orElseThrow();
        }

        /** The ids of all certificates that the ledger has ever shown, by its gateway. */
        Set<String> certificates() throws IOException, InterruptedException {
            Set<String> ids = new TreeSet<>();
            for (JsonNode event : events()) {
                if (event.path("type").asText().equals("CertificateChanged")) {
                    ids.add(event.path("data").path("certificateId").asText());
                }
            }
            return ids;
        }

        /** Every event of the regulator's feed so far, by the gateway. */
        List<JsonNode> events() throws IOException, InterruptedException {
            List<JsonNode> all = new ArrayList<>();
            JsonNode page = events(0);
            while (!page.path("events").isEmpty()) {
                page.path("events").forEach(all::add);
                page = events(page.path("last").asLong());
            }
            return all;
        }

        private JsonNode events(long after) throws IOException, InterruptedException {
            URI address = URI.create(
                    "http://127.0.0.1:" + port(8090) + "/v1/events?node=regulator&limit=1000&after=" + after);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header(
                            "Authorization",
                            "Bearer "
                                    + Files.readString(data().resolve("secrets/service-token"))
                                            .strip())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        @Override
        public void close() throws IOException, InterruptedException {
            if (attached.isEmpty()) {
                RegistryCommand.Answer down = down();
                assertThat(down.exit()).as(down.out()).isZero();
            }
        }

        private static void delete(Path folder) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    List<Path> deepestFirst =
                            all.sorted(Comparator.reverseOrder()).toList();
                    for (Path each : deepestFirst) {
                        Files.delete(each);
                    }
                }
            }
        }
    }

    /** Waits for something that comes by itself; the last answer is the one judged by the caller. */
    static <T> T eventually(Duration limit, Supplier<T> look, java.util.function.Predicate<T> enough) {
        long end = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!enough.test(seen) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            seen = look.get();
        }
        return seen;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Handle.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningSystem.class))
                .getOrComputeIfAbsent(Handle.class, key -> new Handle(), Handle.class);
    }
}
