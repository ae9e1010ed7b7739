package energy.registry.ledger.gateway.http;

import com.fasterxml.jackson.core.JacksonException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.flow.LedgerRefusal;
import energy.registry.ledger.gateway.port.NodeUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server on loopback: takes a call in, bounds it, and turns every outcome into an answer. */
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** A request body, bytes; the wire contract's limit. */
    static final int BODY_BYTES_MAX = 1024 * 1024;

    /** Calls at work at a time: claims wait in here to share a transaction, the feed's readers for events. */
    private static final int THREADS = 192;

    /** Calls that wait for a thread; more are turned away by the server's backlog. */
    private static final int WAITING_MAX = 256;

    private static final int STOP_SECONDS = 3;

    private final Router router;
    private final ServiceToken token;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;

    public Door(int port, Router router, ServiceToken token) throws IOException {
        this.router = router;
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_MAX);
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                60,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                new ThreadPoolExecutor.CallerRunsPolicy());
        threads.allowCoreThreadTimeOut(true);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public void open() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Lets calls at work end, within a few seconds. */
    public void close() {
        // The JDK's server waits the whole delay even when nothing is at work.
        server.stop(threads.getActiveCount() == 0 ? 0 : STOP_SECONDS);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        try {
            var match = router.find(method, path);
            if (match.isEmpty()) {
                return Answer.problem(
                        router.knows(path)
                                ? Problem.of(405, "method-not-allowed", "Not with this method", method + " " + path)
                                : Problem.notFound(path));
            }
            if (!match.get().open()
                    && !token.admits(exchange.getRequestHeaders().getFirst("Authorization"))) {
                return Answer.problem(Problem.unauthorized());
            }
            byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            if (body.length > BODY_BYTES_MAX) {
                return Answer.problem(Problem.tooLarge(BODY_BYTES_MAX));
            }
            Call call =
                    new Call(match.get().path(), query(exchange.getRequestURI().getRawQuery()), fields(body));
            return match.get().handler().answer(call);
        } catch (BadRequest refused) {
            return Answer.problem(Problem.badRequest(refused));
        } catch (LedgerRefusal refused) {
            return Answer.problem(refusal(refused));
        } catch (NodeUnavailable missing) {
            LOG.warn("{} {}: {}", method, path, missing.getMessage());
            return Answer.problem(Problem.of(
                    503,
                    "node-unavailable",
                    "A ledger node gives no answer",
                    missing.getMessage() + "; send the same request again"));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.problem(Problem.of(503, "stopping", "The gateway is stopping", "Send the request again."));
        } catch (RuntimeException bug) {
            // The outermost edge: whatever went wrong, the client gets an answer and the log the cause.
            LOG.error("{} {} failed", method, path, bug);
            return Answer.problem(Problem.internal());
        }
    }

    private static Problem refusal(LedgerRefusal refused) {
        String sentence = Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(refused.getRule()))
                .map(Rule::sentence)
                .findFirst()
                .orElse("The ledger refused the request");
        return Problem.refused(refused.getRule(), sentence, refused.getDetail());
    }

    private static Fields fields(byte[] body) {
        if (body.length == 0) {
            return Fields.none();
        }
        try {
            return Fields.of(Json.MAPPER.readTree(body));
        } catch (JacksonException malformed) {
            throw new BadRequest(
                    "body", "position " + malformed.getLocation().getByteOffset(), "give one well-formed JSON object");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> parsed = new HashMap<>();
        if (raw == null) {
            return parsed;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parsed.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parsed;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadRequest("query", text, "percent-encode it as UTF-8");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
