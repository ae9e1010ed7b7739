package energy.registry.ingest.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.fixture.Patience;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A line whose far side reads slowly is held and let go again, as often as it takes. */
class LinesTest {
    private static final int TIMES = 40;
    private static final int BYTES = 1 << 20;

    @Test
    void aLineThatWasHeldIsReadAgainWhenTheFarSideHasRead() throws Exception {
        Vertx vertx = Vertx.vertx();
        AtomicLong arrived = new AtomicLong();
        AtomicReference<NetSocket> far = new AtomicReference<>();
        NetServer server = vertx.createNetServer().connectHandler(socket -> {
            socket.pause();
            socket.handler(buffer -> {
                arrived.addAndGet(buffer.length());
                socket.pause(); // one buffer at a time
                vertx.setTimer(1, elapsed -> socket.resume());
            });
            far.set(socket);
        });
        int serverPort = opened(server.listen(0, "127.0.0.1")).actualPort();
        Lines lines = new Lines(vertx, serverPort);
        NetServer outside = opened(lines.open(new NetServerOptions(), "127.0.0.1", 0));
        try (Socket sender = new Socket("127.0.0.1", outside.actualPort())) {
            Thread writer = new Thread(() -> write(sender));
            writer.start();
            Patience.await(() -> far.get() != null && lines.held() == 1);
            assertThat(arrived).as("the far side has read nothing yet").hasValue(0);
            far.get().resume();
            Patience.await(() -> arrived.get() == (long) TIMES * BYTES);
            writer.join();
            Patience.await(() -> lines.held() == 0);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    private static NetServer opened(Future<NetServer> server) throws Exception {
        return server.toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static void write(Socket sender) {
        try {
            OutputStream out = sender.getOutputStream();
            for (int i = 0; i < TIMES; i++) {
                out.write(new byte[BYTES]);
            }
            out.flush();
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
