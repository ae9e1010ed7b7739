package energy.registry.ingest.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.registry.ingest.limit.PeerLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, the service token, size limits, and errors as problem documents. */
public final class HttpDoor implements AutoCloseable {
    /** Files held at once: four of 16 MiB, with what is read from them, are a quarter of the service's memory. */
    private static final int HEAVY_AT_ONCE = 4;

    private static final int HEAVY_WAIT_SECONDS = 10;

    /** A request that takes longer than this to come is cut off, s; 16 MiB over a slow line take half of it. */
    private static final String REQUEST_SECONDS_MAX = "120";

    /** Requests under way at once; each holds at most one body. */
    private static final int THREADS = 24;

    private static final int STOP_SECONDS = 1;
    private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);

    static {
        System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS_MAX);
    }

    private final Semaphore heavy = new Semaphore(HEAVY_AT_ONCE);
    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Route> routes;
    private final byte[] authorization;
    private final PeerLimits limits;
    private final LongAdder turnedAway = new LongAdder();

    private HttpDoor(HttpServer server, List<Route> routes, String token, PeerLimits limits) {
        this.limits = limits;
        this.server = server;
        this.routes = routes;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "http"));
    }

    static HttpDoor open(int port, List<Route> routes, String token, PeerLimits limits) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        } catch (java.net.BindException e) {
            throw new IOException("port " + port + " for HTTP is in use; choose another REGISTRY_PORT_BASE", e);
        }
        HttpDoor door = new HttpDoor(server, routes, token, limits);
        server.createContext("/", door::handle);
        server.setExecutor(door.threads);
        server.start();
        return door;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
            if (response.status() == 503 || response.status() == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        for (Route route : routes) {
            Optional<List<String>> segments = route.match(path);
            if (segments.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return answer(exchange, route, segments.get());
            }
        }
        return Problem.of(404, "not-found", "There is nothing here.", exchange.getRequestMethod() + " " + path);
    }

    /** The outermost edge: whatever goes wrong inside is logged here and leaves as a plain 500. */
    private Response answer(HttpExchange exchange, Route route, List<String> segments) throws IOException {
        if (!route.open() && !isService(exchange)) {
            return Problem.of(
                    401, "unauthorised", "The service token is missing or wrong.", "Send Authorization: Bearer");
        }
        if (route.isLimited() && !isService(exchange) && isTooFast(exchange)) {
            return Problem.of(429, "too-many-requests", "One peer asks for so much in a time.", "Try again later.");
        }
        return route.isHeavy() ? heavy(exchange, route, segments) : handled(exchange, route, segments);
    }

    /** Before anything of the body is read. */
    private boolean isTooFast(HttpExchange exchange) {
        String peer = exchange.getRemoteAddress().getAddress().getHostAddress();
        boolean tooFast = limits.take(peer, System.nanoTime()) > 0;
        if (tooFast) {
            turnedAway.increment();
        }
        return tooFast;
    }

    /** Requests that were answered 429. */
    public long turnedAway() {
        return turnedAway.sum();
    }

    private Response heavy(HttpExchange exchange, Route route, List<String> segments) throws IOException {
        try {
            if (!heavy.tryAcquire(HEAVY_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Problem.of(503, "busy", "Try again later.", "Other files are being read.");
            }
            try {
                return handled(exchange, route, segments);
            } finally {
                heavy.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problem.of(503, "busy", "Try again later.", "The service is stopping.");
        }
    }

    private static Response handled(HttpExchange exchange, Route route, List<String> segments) throws IOException {
        byte[] body = Request.body(exchange, route.bodyBytesMax());
        if (body == null) {
            String rule = route.isHeavy() ? "FILE_TOO_LARGE" : "ENVELOPE_TOO_LARGE";
            int limit = route.bodyBytesMax() >> 20;
            return Problem.rule(413, rule, "A body has at most " + limit + " MiB.", "send less at once");
        }
        try {
            return route.handler().handle(Request.of(exchange, segments, body));
        } catch (IllegalArgumentException e) {
            return Problem.of(400, "bad-request", "The request is not readable.", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("event=request-failed path={}", route.path(), e);
            return Problem.of(500, "internal", "The request failed.", "The log has the cause; try again.");
        }
    }

    private boolean isService(HttpExchange exchange) {
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), authorization);
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.shutdown();
    }
}
