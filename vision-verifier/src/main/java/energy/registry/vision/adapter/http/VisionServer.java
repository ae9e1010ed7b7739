package energy.registry.vision.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the loopback address and hands every request to its door. */
public final class VisionServer {
    /** Clips are received side by side; measuring has a thread of its own. */
    private static final int THREADS = 4;

    private static final int BACKLOG = 64;
    private static final Logger LOG = LoggerFactory.getLogger(VisionServer.class);

    private final HttpServer server;
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    public VisionServer(int port, Doors doors) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(pool);
        server.createContext("/", exchange -> handle(exchange, doors));
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void end(int seconds) {
        server.stop(seconds);
        pool.shutdownNow();
    }

    /** The outermost edge: whatever breaks becomes a problem document without its inner story. */
    private static void handle(HttpExchange exchange, Doors doors) throws IOException {
        try (exchange) {
            Reply reply;
            try {
                reply = doors.open(exchange);
            } catch (Exception broken) {
                LOG.error(
                        "{} {} failed",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        broken);
                reply = Reply.problem(500, "internal", "The request could not be carried out.", "See the log.", null);
            }
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            reply.retryAfterSeconds()
                    .ifPresent(s -> exchange.getResponseHeaders().set("Retry-After", s.toString()));
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }
}
