package energy.registry.ingest.statement;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.SignedRecord;
import java.util.List;

/** A message that parsed: the signed statement and the readings that came with it. Not yet believed. */
public final class Candidate {
    private final Arrival arrival;
    private final SignedRecord signed;
    private final IntervalStatement statement;
    private final List<Reading> readings;
    private final Digest digest;
    private final Digest content;

    public Candidate(Arrival arrival, SignedRecord signed, IntervalStatement statement, List<Reading> readings) {
        this.arrival = arrival;
        this.signed = signed;
        this.statement = statement;
        this.readings = List.copyOf(readings);
        this.digest = signed.digest();
        this.content = Digest.sha(signed.record());
    }

    public Arrival arrival() {
        return arrival;
    }

    public SignedRecord signed() {
        return signed;
    }

    public IntervalStatement statement() {
        return statement;
    }

    public List<Reading> readings() {
        return readings;
    }

    /** Digest of the signed record: the statement's name everywhere. */
    public Digest digest() {
        return digest;
    }

    /** Digest of what was signed; the same content may carry different valid signatures. */
    public Digest content() {
        return content;
    }
}
