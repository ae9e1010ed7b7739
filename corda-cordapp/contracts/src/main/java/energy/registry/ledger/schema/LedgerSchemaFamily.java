package energy.registry.ledger.schema;

/** Names the family of the vault schema's versions. */
public final class LedgerSchemaFamily {
    private LedgerSchemaFamily() {}
}
