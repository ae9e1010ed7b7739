package energy.registry.ingest.adapter.mqtt;

import energy.registry.ingest.application.Intake;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One connection. A statement is acknowledged when its outcome is durable, whatever the outcome; a message that could
 * not be decided is never acknowledged, so that the sender repeats it.
 */
final class MqttSession {
    /** Messages of one connection that may be undecided; MQTT 5 clients are told, others that exceed it are cut off. */
    static final int IN_FLIGHT_MAX = 4_096;

    /** Bytes of one connection that may be undecided. */
    private static final long IN_FLIGHT_BYTES_MAX = 32L << 20;

    /** Meters that one connection may listen to: a gateway of a large plant. */
    private static final int SUBSCRIPTIONS_MAX = 10_000;

    private final MqttEndpoint endpoint;
    private final Intake statements;
    private final AnswerBoard board;
    private final Vertx vertx;
    private final Clock clock;
    private final String peer;
    private final Set<String> subscribed = new HashSet<>();
    private int inFlight;
    private long inFlightBytes;

    MqttSession(MqttEndpoint endpoint, Intake statements, AnswerBoard board, Vertx vertx, Clock clock) {
        this.endpoint = endpoint;
        this.statements = statements;
        this.board = board;
        this.vertx = vertx;
        this.clock = clock;
        this.peer = endpoint.remoteAddress() + " " + endpoint.clientIdentifier();
    }

    void open(Runnable whenClosed) {
        endpoint.publishHandler(this::published);
        endpoint.subscribeHandler(this::subscribe);
        endpoint.unsubscribeHandler(message -> {
            message.topics().forEach(topic -> unsubscribe(Topics.meter(Topics.ANSWERS, topic)));
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
        endpoint.closeHandler(closed -> {
            board.forget(endpoint, subscribed);
            whenClosed.run();
        });
    }

    private void published(MqttPublishMessage message) {
        String meterId = Topics.meter(Topics.STATEMENTS, message.topicName());
        if (meterId == null || message.qosLevel() != MqttQoS.AT_LEAST_ONCE) {
            endpoint.close(); // neither topic nor quality of service is ours; nothing was acknowledged
            return;
        }
        byte[] bytes = message.payload().getBytes();
        inFlight++;
        inFlightBytes += bytes.length;
        if (inFlight > IN_FLIGHT_MAX || inFlightBytes > IN_FLIGHT_BYTES_MAX) {
            endpoint.close(); // what is undecided is sent again after the sender reconnects
            return;
        }
        io.vertx.core.Context context = vertx.getOrCreateContext();
        statements
                .accept(new Arrival(bytes, "mqtt", peer, meterId, clock.instant()))
                .whenComplete((answer, failure) ->
                        context.runOnContext(ignored -> decided(message.messageId(), bytes.length, answer, failure)));
    }

    private void decided(int messageId, int size, Answer answer, Throwable failure) {
        inFlight--;
        inFlightBytes -= size;
        if (!endpoint.isConnected()) {
            return;
        }
        if (failure != null || answer == null) {
            endpoint.close(); // undecided: the sender keeps the message and sends it again
        } else {
            endpoint.publishAcknowledge(messageId);
        }
    }

    private void subscribe(MqttSubscribeMessage message) {
        List<MqttQoS> granted = new ArrayList<>();
        for (MqttTopicSubscription topic : message.topicSubscriptions()) {
            String meterId = Topics.meter(Topics.ANSWERS, topic.topicName());
            boolean listens = meterId != null && subscribed.size() < SUBSCRIPTIONS_MAX;
            MqttQoS quality =
                    topic.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE;
            granted.add(listens ? quality : MqttQoS.FAILURE);
            if (listens) {
                subscribed.add(meterId);
                board.listen(meterId, endpoint, quality);
                tellLast(meterId, quality);
            }
        }
        endpoint.subscribeAcknowledge(message.messageId(), granted);
    }

    private void tellLast(String meterId, MqttQoS quality) {
        vertx.<java.util.Optional<byte[]>>executeBlocking(() -> board.last(meterId), false)
                .onSuccess(last -> last.ifPresent(payload -> board.tell(meterId, endpoint, quality, payload)));
    }

    private void unsubscribe(String meterId) {
        if (meterId != null && subscribed.remove(meterId)) {
            board.forget(endpoint, List.of(meterId));
        }
    }
}
