package energy.registry.ingest.adapter.mqtt;

import energy.registry.ingest.application.Intake;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MQTT server, versions 3.1.1 and 5. It is no broker: devices publish statements and hear their own answers. */
public final class MqttDoor implements AutoCloseable {
    /** A message may have 1 MiB; topic and properties come on top. */
    private static final int MESSAGE_BYTES_MAX = (1 << 20) + 1_024;

    /** Connections at once; ten thousand meters come through some hundred gateways. */
    private static final int CONNECTIONS_MAX = 5_000;

    private static final int START_SECONDS_MAX = 20;
    private static final int STOP_SECONDS_MAX = 5;
    private static final Logger LOG = LoggerFactory.getLogger(MqttDoor.class);

    private final Vertx vertx;
    private final MqttServer server;
    private final Intake statements;
    private final AnswerBoard board;
    private final Clock clock;
    private final AtomicInteger connections = new AtomicInteger();

    private MqttDoor(Vertx vertx, int port, Intake statements, AnswerBoard board, Clock clock) {
        this.vertx = vertx;
        this.statements = statements;
        this.board = board;
        this.clock = clock;
        this.server = MqttServer.create(
                vertx,
                new MqttServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setMaxMessageSize(MESSAGE_BYTES_MAX)
                        .setAutoClientId(true)
                        .setTimeoutOnConnect(10));
    }

    public static MqttDoor open(int port, Intake statements, AnswerBoard board, Clock clock) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(4));
        MqttDoor door = new MqttDoor(vertx, port, statements, board, clock);
        door.server.endpointHandler(door::connected);
        door.server.exceptionHandler(problem -> LOG.debug("event=mqtt-problem problem=\"{}\"", problem.getMessage()));
        try {
            door.server.listen().toCompletionStage().toCompletableFuture().get(START_SECONDS_MAX, TimeUnit.SECONDS);
            return door;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("port " + port + " for MQTT is in use; choose another REGISTRY_PORT_BASE", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening the MQTT door", e);
        }
    }

    public int port() {
        return server.actualPort();
    }

    public int connections() {
        return connections.get();
    }

    private void connected(MqttEndpoint endpoint) {
        if (connections.incrementAndGet() > CONNECTIONS_MAX) {
            connections.decrementAndGet();
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE);
            return;
        }
        endpoint.exceptionHandler(problem ->
                LOG.debug("event=mqtt-problem peer={} problem=\"{}\"", endpoint.remoteAddress(), problem.getMessage()));
        new MqttSession(endpoint, statements, board, vertx, clock).open(connections::decrementAndGet);
        if (endpoint.protocolVersion() >= 5) {
            endpoint.accept(false, limits());
        } else {
            endpoint.accept(false);
        }
    }

    private static MqttProperties limits() {
        MqttProperties limits = new MqttProperties();
        limits.add(new MqttProperties.IntegerProperty(
                MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM.value(), MqttSession.IN_FLIGHT_MAX));
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
