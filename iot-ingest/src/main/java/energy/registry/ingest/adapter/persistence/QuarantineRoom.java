package energy.registry.ingest.adapter.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what strangers send is kept: so many messages, and each for so long after it came last. What a meter's own
 * key signed is not bounded here, nor what somebody drove again. A full room keeps what it has, for the first of a flood
 * tell most of it, and counts the rest.
 */
public final class QuarantineRoom {
    /** With 64 KiB each at most 6 GiB, usually some hundred megabytes. */
    static final long FOREIGN_MAX = 100_000;

    /** As long as anybody asks after a message that was never his meter's. */
    static final Duration FOREIGN_KEPT = Duration.ofDays(30);

    private static final Duration LOOK = Duration.ofMinutes(1);

    private final long max;
    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong notKept = new AtomicLong();
    private Instant lookAgain = Instant.MIN;

    QuarantineRoom(long max) {
        this.max = max;
    }

    /** Messages of strangers that are kept. */
    public long foreign() {
        return foreign.get();
    }

    /** Messages of strangers that were only counted since the start. */
    public long notKept() {
        return notKept.get();
    }

    /** Removes what is over, now and then, and counts what is left. */
    synchronized void tidy(Connection connection, Instant now) throws SQLException {
        if (now.isBefore(lookAgain)) {
            return;
        }
        Query.on(
                        connection,
                        "delete from quarantine q where not authentic and last_at < ?"
                                + " and not exists (select 1 from redrive r where r.envelope_id = q.envelope_id)")
                .with(now.minus(FOREIGN_KEPT))
                .update();
        foreign.set(Query.on(connection, "select count(*) from quarantine where not authentic")
                .first(row -> row.getLong(1))
                .orElse(0L));
        lookAgain = now.plus(LOOK);
    }

    /** @return how many of so many new ones there is room for; the others are counted */
    int admit(int wanted) {
        long room = Math.max(0, max - foreign.get());
        int admitted = (int) Math.min(wanted, room);
        foreign.addAndGet(admitted);
        notKept.addAndGet(wanted - admitted);
        return admitted;
    }
}
