package energy.registry.ops.audit;

/** An event that does not have the shape of its type; checked, because an audit has to say so and not crash. */
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableEvent(long seq, String problem) {
        super("event " + seq + " " + problem);
    }
}
