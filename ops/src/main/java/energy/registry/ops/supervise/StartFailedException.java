package energy.registry.ops.supervise;

/** A step of the start did not come to its end. Checked: the caller has to stop what was started before it. */
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartFailedException(String message) {
        super(message);
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
