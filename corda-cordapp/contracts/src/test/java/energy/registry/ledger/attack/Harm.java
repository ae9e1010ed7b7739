package energy.registry.ledger.attack;

import java.util.Optional;

/** What would be wrong with the world after a move, in the model's eyes. */
final class Harm extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Harm(String what) {
        super(what, null, false, false);
    }

    /** The model's way to stop at the first wrong it finds; caught where the move is judged, nowhere else. */
    static void when(boolean wrong, String what) {
        if (wrong) {
            throw new Harm(what);
        }
    }

    static Optional<String> of(Runnable judgement) {
        try {
            judgement.run();
            return Optional.empty();
        } catch (Harm harm) {
            return Optional.of(harm.getMessage());
        }
    }

    /** Says that an exception is no harm here, where the one who throws it is not the one on trial. */
    static void ignored(RuntimeException elsewhere) {
        if (elsewhere instanceof Harm) {
            throw elsewhere;
        }
    }
}
