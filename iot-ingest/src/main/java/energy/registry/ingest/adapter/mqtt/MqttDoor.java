package energy.registry.ingest.adapter.mqtt;

import energy.registry.ingest.application.Intake;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The MQTT server, versions 3.1.1 and 5. It is no broker: devices publish statements and hear their own answers. On the
 * loopback it speaks plainly; to the world it speaks TLS with client certificates, where the files for it are given.
 */
public final class MqttDoor implements AutoCloseable {
    /** A message may have 1 MiB; topic and properties come on top. */
    private static final int MESSAGE_BYTES_MAX = (1 << 20) + 1_024;

    /** Names that the server gives are UUIDs. */
    private static final Pattern GIVEN_NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final int START_SECONDS_MAX = 20;
    private static final int STOP_SECONDS_MAX = 5;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Logger LOG = LoggerFactory.getLogger(MqttDoor.class);

    private final Vertx vertx;
    private final MqttServer server;
    private final MqttSession.Services services;
    private Lines lines;
    private NetServer plain;
    private NetServer secure;

    private MqttDoor(Vertx vertx, MqttSession.Services services) {
        this.vertx = vertx;
        this.services = services;
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setHost(LOOPBACK)
                        .setPort(0)
                        .setMaxMessageSize(MESSAGE_BYTES_MAX)
                        .setAutoClientId(true)
                        .setTimeoutOnConnect(10));
    }

    /**
     * What the door is made of.
     *
     * @param tls of the door to the world, with its port; empty where there is none
     */
    public record Settings(int port, Optional<TlsFiles> tls, int tlsPort) {}

    public static MqttDoor open(
            Settings settings,
            Intake statements,
            AnswerBoard board,
            LineAccess access,
            TopicExtension extension,
            Clock clock)
            throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
        MqttDoor door =
                new MqttDoor(vertx, new MqttSession.Services(statements, board, access, extension, vertx, clock));
        door.server.endpointHandler(door::connected);
        door.server.exceptionHandler(problem -> LOG.debug("event=mqtt-problem problem=\"{}\"", problem.getMessage()));
        door.await(door.server.listen(), settings.port());
        door.lines = new Lines(vertx, door.server.actualPort());
        door.plain = door.await(door.lines.open(new NetServerOptions(), LOOPBACK, settings.port()), settings.port());
        if (settings.tls().isPresent()) {
            NetServerOptions options = settings.tls().get().options();
            door.secure = door.await(door.lines.open(options, "0.0.0.0", settings.tlsPort()), settings.tlsPort());
        }
        return door;
    }

    private <T> T await(Future<T> future, int port) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            vertx.close();
            throw new IOException(
                    "port " + port + " for MQTT does not open (" + e.getMessage()
                            + "); choose another REGISTRY_PORT_BASE, or correct the files in DATA/tls",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening the MQTT door", e);
        }
    }

    public int port() {
        return plain.actualPort();
    }

    /** 0 where there is no door to the world. */
    public int tlsPort() {
        return secure == null ? 0 : secure.actualPort();
    }

    public int connections() {
        return lines.size();
    }

    /** Connections whose sender waits at the moment. */
    public int held() {
        return lines.held();
    }

    private void connected(MqttEndpoint endpoint) {
        Line line = lines.behind(endpoint.remoteAddress().port());
        if (line == null) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
            return;
        }
        endpoint.exceptionHandler(
                problem -> LOG.debug("event=mqtt-problem peer={} problem=\"{}\"", line.peer(), problem.getMessage()));
        new MqttSession(endpoint, line, services).open();
        if (endpoint.protocolVersion() >= 5) {
            endpoint.accept(false, limits(endpoint.clientIdentifier()));
        } else {
            endpoint.accept(false);
        }
    }

    /** A client that gave no name is told the one that it was given. */
    private static MqttProperties limits(String clientId) {
        MqttProperties limits = new MqttProperties();
        if (GIVEN_NAME.matcher(clientId).matches()) {
            limits.add(new MqttProperties.StringProperty(
                    MqttProperties.MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value(), clientId));
        }
        limits.add(new MqttProperties.IntegerProperty(
                MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM.value(), MqttSession.RECEIVE_MAX));
        limits.add(new MqttProperties.IntegerProperty(MqttProperties.MqttPropertyType.MAXIMUM_QOS.value(), 1));
        limits.add(new MqttProperties.IntegerProperty(
                MqttProperties.MqttPropertyType.MAXIMUM_PACKET_SIZE.value(), MESSAGE_BYTES_MAX));
        return limits;
    }

    @Override
    public void close() throws InterruptedException {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("event=mqtt-close problem=\"{}\"", e.toString());
        }
    }
}
