package energy.registry.ledger.schema;

import java.util.Arrays;
import net.corda.core.schemas.MappedSchema;

/** The vault's index tables, made by {@code migration/ledger-vault.changelog-master.xml}. */
public final class LedgerSchema extends MappedSchema {
    public static final LedgerSchema INSTANCE = new LedgerSchema();

    /** Public because a node makes its own instance when it scans the jar. */
    public LedgerSchema() {
        super(
                LedgerSchemaFamily.class,
                1,
                Arrays.asList(
                        PersistentAccount.class,
                        PersistentDevice.class,
                        PersistentPage.class,
                        PersistentCertificate.class,
                        PersistentMoney.class));
    }

    @Override
    public String getMigrationResource() {
        return "ledger-vault.changelog-master";
    }
}
