package energy.registry.ingest.statement;

/** What follows from a finding, by rising gravity. Nothing is ever altered: an outcome says what may be claimed. */
public enum Outcome {
    /** Claimed; the finding is kept with the statement. */
    FLAG,
    /** Not claimed until the issuing body has looked at it and released it. */
    HOLD,
    /** Never claimed: what is stated cannot have happened. */
    REJECT
}
