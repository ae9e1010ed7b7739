package energy.registry.vision.adapter.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.vision.adapter.storage.OutboxEntry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the outbox to iot-ingest, oldest first; a file goes away when its verdict was accepted, not before. */
public final class VerdictPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(VerdictPublisher.class);
    private static final long LOOK_MILLIS = 300;
    private static final long AGAIN_MILLIS_MAX = 15_000;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    /** Answers that asking again will not change. */
    private static final Set<Integer> FINAL = Set.of(400, 413, 422);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Path outbox;
    private final Path refused;
    private final URI verdicts;
    private final String token;
    private final Thread sender = new Thread(this::run, "verdict-publisher");
    private volatile boolean ending;

    public VerdictPublisher(Path outbox, URI ingest, String token) throws IOException {
        this.outbox = outbox;
        this.refused = Files.createDirectories(outbox.resolveSibling("refused"));
        this.verdicts = ingest.resolve("/v1/verdicts");
        this.token = token;
    }

    public void start() {
        sender.start();
    }

    public void end(long millis) throws InterruptedException {
        ending = true;
        sender.interrupt();
        sender.join(millis);
    }

    public int depth() {
        try {
            return files().size();
        } catch (IOException unreadable) {
            return -1;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(outbox)) {
            return files.filter(file -> !file.toString().endsWith(".part"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()))
                    .toList();
        }
    }

    private void run() {
        long pause = LOOK_MILLIS;
        while (!ending) {
            try {
                pause = sendAll() ? LOOK_MILLIS : Math.min(AGAIN_MILLIS_MAX, pause * 2);
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** @return whether all that waited was delivered */
    private boolean sendAll() throws InterruptedException {
        try {
            boolean all = true;
            for (Path file : files()) {
                all &= send(file);
            }
            return all;
        } catch (IOException unreachable) {
            LOG.debug("ingest {} does not answer: {}", verdicts, unreachable.getMessage());
            return false;
        }
    }

    private boolean send(Path file) throws IOException, InterruptedException {
        OutboxEntry entry = OutboxEntry.decode(Files.readAllBytes(file));
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] body = json.writeValueAsBytes(Map.of(
                "capture", base64.encodeToString(entry.capture().encode()),
                "verdict", base64.encodeToString(entry.verdict().encode())));
        HttpRequest request = HttpRequest.newBuilder(verdicts)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(ANSWER)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        int status = answer.statusCode();
        if (status / 100 == 2) {
            Files.deleteIfExists(file);
            return true;
        }
        LOG.warn("ingest answers {} to verdict of capture {}: {}", status, file.getFileName(), answer.body());
        if (FINAL.contains(status)) {
            Files.move(file, refused.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        return false;
    }
}
