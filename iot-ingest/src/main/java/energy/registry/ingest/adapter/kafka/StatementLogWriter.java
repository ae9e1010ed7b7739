package energy.registry.ingest.adapter.kafka;

import energy.registry.ingest.application.Intake;
import energy.registry.ingest.application.Overloaded;
import energy.registry.ingest.port.MessageReader;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Parsed;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The doors' side: a message is acknowledged when all in-sync replicas have it; a validator decides on it afterwards. The
 * sender learns the outcome from the meter's position.
 */
public final class StatementLogWriter implements Intake, AutoCloseable {
    /** Bytes on their way to the broker. */
    private static final long UNDECIDED_BYTES_MAX = 64L << 20;

    /** A record holds one message of at most 1 MiB, and its headers. */
    private static final int RECORD_BYTES_MAX = (1 << 20) + (1 << 16);

    /** Waiting this long fills a batch at thousands a second and delays nobody who waits for a commit anyway. */
    private static final int LINGER_MILLIS = 5;

    private static final int DELIVERY_MILLIS_MAX = 30_000;
    private static final int REQUEST_MILLIS_MAX = 10_000;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final MessageReader reader;
    private final AtomicLong undecidedBytes = new AtomicLong();

    /** @param reader finds the meter of a message whose door was told none */
    public StatementLogWriter(String brokers, MessageReader reader) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RECORD_BYTES_MAX);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS_MAX);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS_MAX);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MILLIS_MAX);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.reader = reader;
    }

    @Override
    public CompletableFuture<Answer> accept(Arrival arrival) {
        long size = arrival.bytes().length;
        if (undecidedBytes.addAndGet(size) > UNDECIDED_BYTES_MAX) {
            undecidedBytes.addAndGet(-size);
            return CompletableFuture.failedFuture(new Overloaded());
        }
        String meterId = meter(arrival);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        try {
            producer.send(StatementTopic.record(meterId, arrival), (metadata, failure) -> {
                if (failure == null) {
                    answer.complete(new Answer(null, meterId, Answer.Status.QUEUED, List.of(), null, null));
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        } catch (KafkaException failure) {
            answer.completeExceptionally(failure);
        }
        return answer.whenComplete((done, failure) -> undecidedBytes.addAndGet(-size));
    }

    /** Of an unreadable message nothing is known; any validator may quarantine it. */
    private String meter(Arrival arrival) {
        if (arrival.meterId() != null) {
            return arrival.meterId();
        }
        return reader.read(arrival) instanceof Parsed.Readable readable
                ? readable.candidate().statement().meterId()
                : null;
    }

    @Override
    public long undecidedBytes() {
        return undecidedBytes.get();
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAX);
    }
}
