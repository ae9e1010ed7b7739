package energy.registry.ops.replay;

/** An argument or a file that cannot be used; checked, because it is the caller's to correct and not a broken machine. */
final class UnusableInput extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message names the field, its value and the remedy */
    UnusableInput(String message) {
        super(message);
    }
}
