package energy.registry.ingest.adapter.kafka;

import energy.registry.ingest.application.Intake;
import energy.registry.ingest.statement.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The validators' side: one member of the group. The place in the topic moves on only after the outcome of all records
 * before it is durable; a record that comes again after a crash or a rebalance is a duplicate to the validator, so that the
 * effect is exactly once.
 */
public final class StatementLogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Records decided together: as many as one transaction takes. */
    private static final int RECORDS_MAX = 1_000;

    private static final int PAUSE_MILLIS = 1_000;
    private static final int CLOSE_MILLIS_MAX = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(StatementLogReader.class);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Intake validators;
    private final AtomicLong decided = new AtomicLong();
    private final Thread thread = new Thread(this::run, "statement-log");
    private volatile boolean open = true;
    private volatile int partitions;

    private StatementLogReader(String brokers, Intake validators) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, StatementTopic.GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.validators = validators;
    }

    public static StatementLogReader start(String brokers, Intake validators) {
        StatementLogReader reader = new StatementLogReader(brokers, validators);
        reader.thread.start();
        return reader;
    }

    /** Records whose outcome this member made durable. */
    public long decided() {
        return decided.get();
    }

    /** Partitions of the topic that are this member's at the moment. */
    public int partitions() {
        return partitions;
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(StatementTopic.NAME));
            while (open) {
                round();
            }
        } catch (WakeupException closing) {
            LOG.info("event=statement-log-left decided={}", decided.get());
        }
    }

    /** The outermost edge of a round: what could not be decided is read again after a pause. */
    private void round() {
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            partitions = consumer.assignment().size();
            if (decide(records)) {
                consumer.commitSync();
            } else {
                again(records);
            }
        } catch (WakeupException closing) {
            throw closing;
        } catch (KafkaException failed) {
            LOG.warn("event=statement-log-failed problem=\"{}\"", failed.toString());
            pause();
        }
    }

    private boolean decide(ConsumerRecords<String, byte[]> records) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            answers.add(validators.accept(StatementTopic.arrival(record)));
        }
        try {
            answers.forEach(CompletableFuture::join);
            decided.addAndGet(answers.size());
            return true;
        } catch (CompletionException undecided) {
            LOG.warn("event=statement-log-undecided records={} problem=\"{}\"", answers.size(), undecided.toString());
            return false;
        }
    }

    private void again(ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, records.records(partition).get(0).offset());
        }
        pause();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            open = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        consumer.wakeup();
        thread.join(CLOSE_MILLIS_MAX);
    }
}
