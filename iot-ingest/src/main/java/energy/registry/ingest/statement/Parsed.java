package energy.registry.ingest.statement;

/** What reading a message gives. */
public sealed interface Parsed {
    /** It has the form of a signed statement. */
    record Readable(Candidate candidate) implements Parsed {}

    /** It has not; {@code meterId} is what the door said, or null. */
    record Unreadable(String meterId, Refusal refusal) implements Parsed {}
}
