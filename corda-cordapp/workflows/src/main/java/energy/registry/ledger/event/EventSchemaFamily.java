package energy.registry.ledger.event;

/** Names the family of the event schema's versions. */
public final class EventSchemaFamily {
    private EventSchemaFamily() {}
}
