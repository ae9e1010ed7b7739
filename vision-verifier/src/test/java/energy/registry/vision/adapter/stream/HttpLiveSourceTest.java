package energy.registry.vision.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import energy.registry.vision.application.CameraList;
import energy.registry.vision.footage.StreamRefusal;
import energy.registry.vision.port.LiveSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real HTTP server. */
class HttpLiveSourceTest {
    @TempDir
    private Path folder;

    private final HttpLiveSource source = new HttpLiveSource();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void whatTheCameraSendsIsWrittenByteByByte() throws IOException {
        byte[] clip = {1, 2, 3, 4, 5};
        at("/clip", exchange -> answer(exchange, 200, "video/mp4", clip));

        LiveSource.Answer answer = record("/clip", 5);

        assertThat(answer).isEqualTo(new LiveSource.Recorded(folder.resolve("clip"), clip.length));
        assertThat(Files.readAllBytes(folder.resolve("clip"))).isEqualTo(clip);
    }

    @Test
    void aStreamWithoutEndIsCutAtTheClipsLength() throws IOException {
        at("/live", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp2t");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[188]);
                exchange.getResponseBody().flush();
                pause(5);
            }
        });

        LiveSource.Answer answer = record("/live", 1);

        assertThat(answer).isInstanceOf(LiveSource.Recorded.class);
        assertThat(((LiveSource.Recorded) answer).bytes()).isPositive();
    }

    @Test
    void aCameraThatFallsSilentEndsTheClip() throws IOException {
        at("/mute", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp2t");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[188]);
            exchange.getResponseBody().flush();
            pause(120_000);
        });

        LiveSource.Answer answer = record("/mute", 60);

        assertThat(((LiveSource.Refused) answer).reason()).isEqualTo(StreamRefusal.UNREACHABLE);
    }

    @Test
    void aStreamWithMoreBytesThanAClipMayHaveIsRefused() throws IOException {
        byte[] piece = new byte[1 << 20];
        at("/flood", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "video/mp4");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        });

        LiveSource.Answer answer = record("/flood", 60);

        assertThat(((LiveSource.Refused) answer).reason()).isEqualTo(StreamRefusal.TOO_LARGE);
        assertThat(Files.size(folder.resolve("clip"))).isLessThanOrEqualTo(LiveSource.BYTES_MAX);
    }

    @Test
    void redirectionsAreNotFollowed() throws IOException {
        at("/there", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port() + "/metadata");
            answer(exchange, 302, "text/plain", new byte[0]);
        });
        at("/metadata", exchange -> {
            elsewhere.incrementAndGet();
            answer(exchange, 200, "video/mp4", new byte[1]);
        });

        LiveSource.Answer answer = record("/there", 5);

        assertThat(((LiveSource.Refused) answer).reason()).isEqualTo(StreamRefusal.REDIRECTED);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void picturesWithoutTimesAndPagesAreRefused() throws IOException {
        at("/page", exchange -> answer(exchange, 200, "text/html", new byte[9]));
        at("/push", exchange -> answer(exchange, 200, "multipart/x-mixed-replace; boundary=x", new byte[9]));
        at("/no", exchange -> answer(exchange, 404, "video/mp4", new byte[9]));

        for (String path : List.of("/page", "/push", "/no")) {
            assertThat(((LiveSource.Refused) record(path, 5)).reason()).isEqualTo(StreamRefusal.ANSWER_UNEXPECTED);
        }
    }

    private LiveSource.Answer record(String path, int seconds) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port() + path);
        CameraList.Answer permitted =
                CameraList.of(List.of(address)).permit(address, Duration.ofSeconds(seconds), folder.resolve("clip"));
        return source.record(((CameraList.Permitted) permitted).request());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
