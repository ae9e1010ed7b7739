package energy.registry.ledger.event;

import java.util.Arrays;
import net.corda.core.schemas.MappedSchema;

/** The event log's tables, made by {@code migration/ledger-event.changelog-master.xml}. */
public final class EventSchema extends MappedSchema {
    /** Public because a node makes its own instance when it scans the jar. */
    public EventSchema() {
        super(
                EventSchemaFamily.class,
                1,
                Arrays.asList(
                        PersistentEvent.class,
                        PersistentCertificateEvent.class,
                        PersistentCounter.class,
                        PersistentLoggedTransaction.class,
                        PersistentRequest.class));
    }

    @Override
    public String getMigrationResource() {
        return "ledger-event.changelog-master";
    }
}
