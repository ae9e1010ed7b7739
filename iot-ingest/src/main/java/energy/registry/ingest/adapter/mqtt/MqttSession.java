package energy.registry.ingest.adapter.mqtt;

import energy.registry.ingest.application.Intake;
import energy.registry.ingest.limit.TokenBucket;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.IntakeRule;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.MqttWill;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One connection. A statement is acknowledged when its outcome is durable, whatever the outcome. What cannot be decided
 * now is decided later: meanwhile it is not acknowledged, and when much waits, nothing more is read from the line.
 */
final class MqttSession {
    /** Told to MQTT 5 clients as the number of messages that they may have unacknowledged. */
    static final int RECEIVE_MAX = 4_096;

    /** Undecided messages of one connection above which its line is held, and below half of which it is read again. */
    private static final int IN_FLIGHT_MAX = 4_096;

    /** The same in bytes. */
    private static final long IN_FLIGHT_BYTES_MAX = 16L << 20;

    /** Refusals that cost nothing: a device with a wrong clock or a queue of old statements. */
    private static final long REFUSALS_PER_SECOND = 100;

    private static final long REFUSALS_BURST = 500;

    /** Meters that one connection may listen to: a gateway of a large plant. */
    private static final int SUBSCRIPTIONS_MAX = 10_000;

    /** After this an undecided message is tried again. */
    private static final long RETRY_MILLIS = 250;

    private final MqttEndpoint endpoint;
    private final Line line;
    private final Services services;
    private final String peer;
    private final TokenBucket refusals = new TokenBucket(REFUSALS_PER_SECOND, REFUSALS_BURST, System.nanoTime());
    private final Set<String> subscribed = new HashSet<>();
    private int inFlight;
    private long inFlightBytes;
    private boolean held;
    private boolean saidGoodbye;

    /** What all sessions share. */
    record Services(
            Intake statements,
            AnswerBoard board,
            LineAccess access,
            TopicExtension extension,
            Vertx vertx,
            Clock clock) {}

    MqttSession(MqttEndpoint endpoint, Line line, Services services) {
        this.endpoint = endpoint;
        this.line = line;
        this.services = services;
        this.peer = line.peer() + " " + endpoint.clientIdentifier();
    }

    void open() {
        endpoint.publishHandler(this::published);
        endpoint.subscribeHandler(this::subscribe);
        endpoint.unsubscribeHandler(message -> {
            message.topics().forEach(topic -> unsubscribe(Topics.meter(Topics.ANSWERS, topic)));
            endpoint.unsubscribeAcknowledge(message.messageId());
        });
        endpoint.disconnectHandler(goodbye -> saidGoodbye = true);
        endpoint.closeHandler(closed -> {
            services.board().forget(endpoint, subscribed);
            lastWill();
        });
    }

    /** On the plain loopback the signature alone decides; on a line with a certificate, both do. */
    private boolean mayUse(String meterId) {
        return line.keyId()
                .map(keyId -> services.access().mayUse(keyId, meterId))
                .orElse(true);
    }

    private void published(MqttPublishMessage message) {
        String topic = message.topicName();
        if (services.extension().owns(topic) && message.qosLevel() != MqttQoS.EXACTLY_ONCE) {
            extended(message);
            return;
        }
        String meterId = Topics.meter(Topics.STATEMENTS, topic);
        if (meterId == null || message.qosLevel() != MqttQoS.AT_LEAST_ONCE) {
            endpoint.close(); // neither topic nor quality of service is ours; nothing was acknowledged
        } else if (mayUse(meterId)) {
            byte[] bytes = message.payload().getBytes();
            began(bytes.length);
            Arrival arrival =
                    new Arrival(bytes, "mqtt", peer, meterId, services.clock().instant());
            decide(arrival, message.messageId(), services.vertx().getOrCreateContext());
        } else {
            denied(message);
        }
    }

    private void denied(MqttPublishMessage message) {
        if (endpoint.protocolVersion() >= 5) {
            endpoint.publishAcknowledge(
                    message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED, MqttProperties.NO_PROPERTIES);
            line.pause(refusals.spend(1, System.nanoTime()));
        } else {
            endpoint.close(); // version 3.1.1 has no other word for it
        }
    }

    private void decide(Arrival arrival, int messageId, Context context) {
        services.statements()
                .accept(arrival)
                .whenComplete((answer, failure) -> context.runOnContext(ignored -> {
                    if (failure != null || answer == null) {
                        later(() -> decide(arrival, messageId, context));
                    } else {
                        ended(arrival.bytes().length);
                        acknowledge(messageId);
                        charge(answer);
                    }
                }));
    }

    private void extended(MqttPublishMessage message) {
        byte[] bytes = message.payload().getBytes();
        began(bytes.length);
        boolean answered = message.qosLevel() == MqttQoS.AT_LEAST_ONCE;
        extended(
                message.topicName(),
                bytes,
                answered ? message.messageId() : -1,
                services.vertx().getOrCreateContext());
    }

    private void extended(String topic, byte[] bytes, int messageId, Context context) {
        services.extension()
                .take(topic, bytes, peer, this::mayUse)
                .whenComplete((replies, failure) -> context.runOnContext(ignored -> {
                    if (failure != null || replies == null) {
                        later(() -> extended(topic, bytes, messageId, context));
                    } else {
                        ended(bytes.length);
                        if (messageId >= 0) {
                            acknowledge(messageId);
                        }
                        replies.forEach(this::send);
                    }
                }));
    }

    /** The sender's network waits with us; nothing is thrown away. */
    private void later(Runnable again) {
        if (endpoint.isConnected()) {
            services.vertx().setTimer(RETRY_MILLIS, elapsed -> again.run());
        }
    }

    private void began(int size) {
        inFlight++;
        inFlightBytes += size;
        if (!held && (inFlight >= IN_FLIGHT_MAX || inFlightBytes >= IN_FLIGHT_BYTES_MAX)) {
            held = true;
            line.hold();
        }
    }

    private void ended(int size) {
        inFlight--;
        inFlightBytes -= size;
        if (held && inFlight <= IN_FLIGHT_MAX / 2 && inFlightBytes <= IN_FLIGHT_BYTES_MAX / 2) {
            held = false;
            line.release();
        }
    }

    private void acknowledge(int messageId) {
        if (endpoint.isConnected()) {
            endpoint.publishAcknowledge(messageId);
        }
    }

    /** Who sends what is refused, in numbers, is read more slowly; others on their own lines notice nothing. */
    private void charge(Answer answer) {
        boolean foreign = answer.refusal() != null && answer.refusal().rule().compareTo(IntakeRule.DEVICE_HELD) < 0;
        if (foreign) {
            line.pause(refusals.spend(1, System.nanoTime()));
        }
    }

    private void send(TopicExtension.Reply reply) {
        if (endpoint.isConnected()) {
            endpoint.publish(
                    reply.topic(), Buffer.buffer(reply.payload()), MqttQoS.AT_LEAST_ONCE, false, reply.retained());
        }
    }

    private void lastWill() {
        MqttWill will = endpoint.will();
        if (!saidGoodbye
                && will != null
                && will.isWillFlag()
                && services.extension().owns(will.getWillTopic())) {
            services.extension().take(will.getWillTopic(), will.getWillMessageBytes(), peer, this::mayUse);
        }
    }

    private void subscribe(MqttSubscribeMessage message) {
        List<MqttQoS> granted = new ArrayList<>();
        List<TopicExtension.Reply> atOnce = new ArrayList<>();
        for (MqttTopicSubscription topic : message.topicSubscriptions()) {
            MqttQoS quality =
                    topic.qualityOfService() == MqttQoS.AT_MOST_ONCE ? MqttQoS.AT_MOST_ONCE : MqttQoS.AT_LEAST_ONCE;
            List<TopicExtension.Reply> replies = services.extension().subscribed(topic.topicName());
            boolean listens = replies != null || listens(Topics.meter(Topics.ANSWERS, topic.topicName()), quality);
            granted.add(listens ? quality : MqttQoS.FAILURE);
            atOnce.addAll(replies == null ? List.of() : replies);
        }
        endpoint.subscribeAcknowledge(message.messageId(), granted);
        atOnce.forEach(this::send);
    }

    private boolean listens(String meterId, MqttQoS quality) {
        if (meterId == null || subscribed.size() >= SUBSCRIPTIONS_MAX || !mayUse(meterId)) {
            return false;
        }
        subscribed.add(meterId);
        services.board().listen(meterId, endpoint, quality);
        services.vertx()
                .<java.util.Optional<byte[]>>executeBlocking(
                        () -> services.board().last(meterId), false)
                .onSuccess(
                        last -> last.ifPresent(payload -> services.board().tell(meterId, endpoint, quality, payload)));
        return true;
    }

    private void unsubscribe(String meterId) {
        if (meterId != null && subscribed.remove(meterId)) {
            services.board().forget(endpoint, List.of(meterId));
        }
    }
}
