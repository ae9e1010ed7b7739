package energy.registry.ops.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A meter's MQTT 5 session: publishes its statements in order with QoS 1, a bounded number in flight, and hears on the
 * answers topic what became of each. The client reconnects by itself and sends again what was not acknowledged.
 */
public final class StatementPublisher implements Closeable {
    /** Statements published and not yet answered: enough to fill a commit batch, few enough to resend at once. */
    static final int IN_FLIGHT_MAX = 16;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration DISCONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The answer follows the acknowledgement within milliseconds; without it ingest's position is asked instead. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /** A durable commit takes milliseconds; this bridges a restart of ingest. */
    private static final Duration ACKNOWLEDGE_TIMEOUT = Duration.ofMinutes(3);

    private final Mqtt5AsyncClient client;
    private final String meterId;
    private final IngestDesk desk;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_MAX);
    private final Map<String, CompletableFuture<Delivery>> answers = new ConcurrentHashMap<>();

    private StatementPublisher(Mqtt5AsyncClient client, String meterId, IngestDesk desk) {
        this.client = client;
        this.meterId = meterId;
        this.desk = desk;
    }

    public static StatementPublisher connect(String host, int port, String meterId, IngestDesk desk)
            throws IOException {
        Mqtt5AsyncClient client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("meter-" + meterId)
                .serverHost(host)
                .serverPort(port)
                .automaticReconnectWithDefaultConfig()
                .buildAsync();
        StatementPublisher publisher = new StatementPublisher(client, meterId, desk);
        await(client.connect(), CONNECT_TIMEOUT, "connecting to MQTT at " + host + ":" + port);
        await(
                client.subscribeWith()
                        .topicFilter("registry/v1/answers/" + meterId)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .callback(publisher::hear)
                        .send(),
                CONNECT_TIMEOUT,
                "subscribing to the answers for " + meterId);
        return publisher;
    }

    /** Publishes; waits only when {@link #IN_FLIGHT_MAX} statements are unanswered. */
    public CompletableFuture<Delivery> publish(SignedStatement signed) throws InterruptedException {
        inFlight.acquire();
        String digest = signed.digest().toString();
        CompletableFuture<Delivery> answer = answers.computeIfAbsent(digest, key -> new CompletableFuture<>());
        return client.publishWith()
                .topic("registry/v1/statements/" + meterId)
                .qos(MqttQos.AT_LEAST_ONCE)
                .contentType("application/json")
                .payload(signed.body().getBytes(StandardCharsets.UTF_8))
                .send()
                .orTimeout(ACKNOWLEDGE_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .thenCompose(acknowledged -> answered(acknowledged, answer))
                .handle((delivery, failure) -> failure == null ? delivery : ask(signed, failure))
                .whenComplete((delivery, failure) -> {
                    answers.remove(digest);
                    inFlight.release();
                });
    }

    /** Publishes one statement and waits for what became of it. */
    public Delivery deliver(SignedStatement signed) throws IOException, InterruptedException {
        return await(publish(signed), ACKNOWLEDGE_TIMEOUT.plus(ANSWER_TIMEOUT), "publishing " + signed.statement());
    }

    private static CompletableFuture<Delivery> answered(
            Mqtt5PublishResult acknowledged, CompletableFuture<Delivery> answer) {
        return acknowledged
                .getError()
                .<CompletableFuture<Delivery>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> answer.copy().orTimeout(ANSWER_TIMEOUT.toSeconds(), TimeUnit.SECONDS));
    }

    /** No answer was heard: what counts is whether ingest's position has passed the statement. */
    private Delivery ask(SignedStatement signed, Throwable failure) {
        try {
            boolean passed = desk.position(meterId)
                    .filter(at -> !at.isBefore(signed.after()))
                    .isPresent();
            return passed
                    ? Delivery.of(Delivery.Status.ACCEPTED)
                    : new Delivery(Delivery.Status.REFUSED, "", "not accepted: " + cause(failure));
        } catch (IOException e) {
            return new Delivery(Delivery.Status.REFUSED, "", "no answer: " + e.getMessage());
        }
    }

    private static String cause(Throwable failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private void hear(Mqtt5Publish message) {
        JsonNode said = Json.parse(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8))
                .orElse(Json.object());
        CompletableFuture<Delivery> waiting =
                answers.get(said.path("statementDigest").asText(""));
        if (waiting == null) {
            return;
        }
        switch (said.path("status").asText("")) {
            case "ACCEPTED" -> waiting.complete(Delivery.of(Delivery.Status.ACCEPTED));
            case "DUPLICATE" -> waiting.complete(Delivery.of(Delivery.Status.DUPLICATE));
            default ->
                waiting.complete(new Delivery(
                        Delivery.Status.REFUSED,
                        said.path("rule").asText(""),
                        said.path("detail").asText("")));
        }
    }

    private static <T> T await(CompletableFuture<T> future, Duration timeout, String what) throws IOException {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(what + " failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException(what + " took longer than " + timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while " + what);
        }
    }

    @Override
    public void close() throws IOException {
        await(client.disconnect(), DISCONNECT_TIMEOUT, "leaving MQTT");
    }
}
