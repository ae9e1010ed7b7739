package energy.registry.ops.launcher;

/** A command line that cannot be carried out; the message names the argument and the remedy. Checked: shown, not thrown on. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
