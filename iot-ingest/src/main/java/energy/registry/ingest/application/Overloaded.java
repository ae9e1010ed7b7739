package energy.registry.ingest.application;

/** The service holds as much undecided work as it may; nothing was kept, the sender tries again later. */
public final class Overloaded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overloaded() {
        super("too much undecided work", null, false, false);
    }
}
