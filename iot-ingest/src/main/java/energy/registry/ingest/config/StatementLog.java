package energy.registry.ingest.config;

import energy.registry.ingest.adapter.json.JsonMessageReader;
import energy.registry.ingest.adapter.kafka.StatementLogReader;
import energy.registry.ingest.adapter.kafka.StatementLogWriter;
import energy.registry.ingest.application.Intake;
import java.util.Optional;

/** Between doors and validators: nothing, or a topic that several services share. */
final class StatementLog implements AutoCloseable {
    private final Intake intake;
    private final StatementLogWriter writer;
    private final StatementLogReader reader;

    private StatementLog(Intake intake, StatementLogWriter writer, StatementLogReader reader) {
        this.intake = intake;
        this.writer = writer;
        this.reader = reader;
    }

    static StatementLog of(Optional<String> brokers, Intake validators) {
        if (brokers.isEmpty()) {
            return new StatementLog(validators, null, null);
        }
        StatementLogWriter writer = new StatementLogWriter(brokers.get(), new JsonMessageReader());
        return new StatementLog(writer, writer, StatementLogReader.start(brokers.get(), validators));
    }

    /** Where the doors bring messages. */
    Intake intake() {
        return intake;
    }

    long decided() {
        return reader == null ? 0 : reader.decided();
    }

    long partitions() {
        return reader == null ? 0 : reader.partitions();
    }

    @Override
    public void close() throws InterruptedException {
        if (reader != null) {
            reader.close();
            writer.close();
        }
    }
}
