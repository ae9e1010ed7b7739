package energy.registry.ingest.adapter.kafka;

import energy.registry.ingest.statement.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** How an arrival stands in the topic: the meter is the key, the bytes are as they came, the rest is in the headers. */
final class StatementTopic {
    static final String NAME = "registry.statements.v1";
    static final String GROUP = "registry-ingest-validators";

    private static final String DOOR = "door";
    private static final String PEER = "peer";
    private static final String METER = "meter";
    private static final String RECEIVED = "received";

    private StatementTopic() {}

    /** @param key the meter that the message speaks for: one meter's statements stay in one partition, in order */
    static ProducerRecord<String, byte[]> record(String key, Arrival arrival) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(NAME, key, arrival.bytes());
        put(record.headers(), DOOR, arrival.door());
        put(record.headers(), PEER, arrival.peer());
        put(record.headers(), RECEIVED, Long.toString(arrival.receivedAt().toEpochMilli()));
        if (arrival.meterId() != null) {
            put(record.headers(), METER, arrival.meterId());
        }
        return record;
    }

    static Arrival arrival(ConsumerRecord<String, byte[]> record) {
        return new Arrival(
                record.value(),
                text(record.headers(), DOOR, "kafka"),
                text(record.headers(), PEER, "kafka"),
                text(record.headers(), METER, null),
                received(record));
    }

    /** A record that another program wrote counts from the broker's time. */
    private static Instant received(ConsumerRecord<String, byte[]> record) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(text(record.headers(), RECEIVED, "")));
        } catch (NumberFormatException absent) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String name, String otherwise) {
        Header header = headers.lastHeader(name);
        return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
    }
}
