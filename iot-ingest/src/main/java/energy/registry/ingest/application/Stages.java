package energy.registry.ingest.application;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Where the time of an accepted statement goes, summed over all threads. */
public final class Stages {
    /** The stages in the order in which a statement passes them. */
    public enum Stage {
        /** Envelope to readings. */
        PARSE,
        /** Signature, evidence root, form and limits. */
        CHECK,
        /** Positions, known statements and histories, locked and read. */
        READ,
        /** Chain and rules of physics. */
        DECIDE,
        /** Rows to the database. */
        WRITE,
        /** Until they are durable. */
        COMMIT
    }

    private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);
    private final Map<Stage, LongAccumulator> longest = new EnumMap<>(Stage.class);

    public Stages() {
        for (Stage stage : Stage.values()) {
            nanos.put(stage, new LongAdder());
            longest.put(stage, new LongAccumulator(Math::max, 0));
        }
    }

    /** @return the time now, where the next stage begins */
    long end(Stage stage, long startNanos) {
        long now = System.nanoTime();
        nanos.get(stage).add(now - startNanos);
        longest.get(stage).accumulate(now - startNanos);
        return now;
    }

    /** The longest that a message, or from READ on a batch, took since this was asked last: what a slow answer is made of. */
    public long longestNanos(Stage stage) {
        return longest.get(stage).getThenReset();
    }

    public long nanos(Stage stage) {
        return nanos.get(stage).sum();
    }
}
