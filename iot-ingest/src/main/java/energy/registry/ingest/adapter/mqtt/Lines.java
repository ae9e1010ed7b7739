package energy.registry.ingest.adapter.mqtt;

import energy.registry.domain.encoding.Digest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The ports that clients connect to: TLS ends here, and what comes is relayed to the MQTT server behind, which hears
 * nobody else.
 */
final class Lines {
    /** Connections at once; ten thousand meters come through some hundred gateways. */
    private static final int CONNECTIONS_MAX = 5_000;

    private static final int BACKLOG = 1_024;

    private final Vertx vertx;
    private final NetClient toServer;
    private final int serverPort;
    private final Map<Integer, Line> byPort = new ConcurrentHashMap<>();

    Lines(Vertx vertx, int serverPort) {
        this.vertx = vertx;
        this.serverPort = serverPort;
        this.toServer = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
    }

    Future<NetServer> open(NetServerOptions options, String host, int port) {
        return vertx.createNetServer(options.setHost(host)
                        .setPort(port)
                        .setAcceptBacklog(BACKLOG)
                        .setTcpNoDelay(true))
                .connectHandler(this::arrived)
                .exceptionHandler(failedHandshake -> {
                    // who has no certificate of ours learns it from the handshake
                })
                .listen();
    }

    int size() {
        return byPort.size();
    }

    /** Lines that are not read now, because what they brought is still undecided or came too fast. */
    int held() {
        return (int) byPort.values().stream().filter(Line::isHeld).count();
    }

    /** The line behind a connection of the inner server; null for anybody who found its port. */
    Line behind(int port) {
        return byPort.get(port);
    }

    private void arrived(NetSocket outside) {
        outside.pause();
        if (byPort.size() >= CONNECTIONS_MAX) {
            outside.close();
            return;
        }
        Digest keyId = keyId(outside);
        toServer.connect(serverPort, "127.0.0.1")
                .onFailure(broken -> outside.close())
                .onSuccess(inside -> {
                    int port = inside.localAddress().port();
                    Line line = new Line(vertx, outside, inside, keyId);
                    byPort.put(port, line);
                    line.relay(() -> byPort.remove(port, line));
                });
    }

    private static Digest keyId(NetSocket outside) {
        if (!outside.isSsl()) {
            return null;
        }
        try {
            return Digest.sha(
                    outside.sslSession().getPeerCertificates()[0].getPublicKey().getEncoded());
        } catch (SSLPeerUnverifiedException unreachable) {
            throw new IllegalStateException("the handshake asks for a certificate", unreachable);
        }
    }
}
