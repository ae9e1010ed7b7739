package energy.registry.migration;

/** The database is older than the program. Unchecked: the only answer is to stop and name the remedy. */
public final class NotMigratedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotMigratedException(String message) {
        super(message);
    }
}
