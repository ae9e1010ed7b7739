package energy.registry.ledger.consent;

import java.util.Collections;
import net.corda.core.schemas.MappedSchema;

/** The table of approvals, made by {@code migration/ledger-consent.changelog-master.xml}. */
public final class ConsentSchema extends MappedSchema {
    /** Public because a node makes its own instance when it scans the jar. */
    public ConsentSchema() {
        super(ConsentSchemaFamily.class, 1, Collections.singletonList(PersistentApproval.class));
    }

    @Override
    public String getMigrationResource() {
        return "ledger-consent.changelog-master";
    }
}
