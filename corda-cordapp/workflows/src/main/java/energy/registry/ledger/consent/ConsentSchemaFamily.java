package energy.registry.ledger.consent;

/** Names the family of the approvals schema's versions. */
public final class ConsentSchemaFamily {
    private ConsentSchemaFamily() {}
}
