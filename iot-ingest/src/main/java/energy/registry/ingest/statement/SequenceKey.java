package energy.registry.ingest.statement;

/** A statement's place by number: unique in the life of a meter. */
public record SequenceKey(String meterId, int epoch, long sequence) {
    public static SequenceKey of(Candidate candidate) {
        var statement = candidate.statement();
        return new SequenceKey(statement.meterId(), statement.epoch(), statement.sequence());
    }

    SequenceKey next() {
        return new SequenceKey(meterId, epoch, sequence + 1);
    }
}
