package energy.registry.ingest.adapter.persistence;

import java.sql.SQLException;

/** The database failed. Unchecked: nobody on the way up can do more than give up the transaction. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(SQLException cause) {
        super(cause);
    }
}
