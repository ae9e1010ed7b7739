package energy.registry.web.adapter.persistence;

import energy.registry.web.model.LedgerEvent;
import energy.registry.web.port.EventSink;
import energy.registry.web.port.Projection;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Applies the feed exactly once: events and position change in one transaction, under a lock on the position's row, so that neither a
 * crash nor a second server applies an event twice or leaves one out.
 */
public final class LedgerProjection implements EventSink, Projection {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50); // the feed's usual delay
    private static final List<String> TABLES = List.of(
            "event_subject",
            "ledger_event",
            "account",
            "balance",
            "device",
            "certificate_interval",
            "certificate_parent",
            "certificate",
            "trade",
            "movement",
            "transfer_line",
            "transfer",
            "retirement_line",
            "retirement");

    private final Database database;
    private final EventApplier applier;
    private final Clock clock;

    public LedgerProjection(Database database, Clock clock) {
        this.database = database;
        this.applier = new EventApplier();
        this.clock = clock;
    }

    @Override
    public long lastSeq() {
        return database.read(entities -> position(entities, LockModeType.NONE).lastSeq);
    }

    @Override
    public boolean apply(long after, List<LedgerEvent> events) {
        AtomicBoolean applied = new AtomicBoolean();
        database.write(entities -> {
            ProjectionEntity position = position(entities, LockModeType.PESSIMISTIC_WRITE);
            applied.set(position.lastSeq == after);
            if (applied.get()) {
                apply(entities, position, events);
            }
        });
        return applied.get();
    }

    /** Applies what is newer than the read model, wherever the events were read from. */
    public void apply(List<LedgerEvent> events) {
        database.write(entities -> apply(entities, position(entities, LockModeType.PESSIMISTIC_WRITE), events));
    }

    private void apply(EntityManager entities, ProjectionEntity position, List<LedgerEvent> events) {
        for (LedgerEvent event : events) {
            if (event.seq() > position.lastSeq) {
                applier.apply(entities, event);
                position.lastSeq = event.seq();
            }
        }
        position.appliedAt = clock.instant();
    }

    @Override
    public void clear() {
        database.write(entities -> {
            ProjectionEntity position = position(entities, LockModeType.PESSIMISTIC_WRITE);
            entities.createNativeQuery("truncate " + String.join(", ", TABLES)).executeUpdate();
            position.lastSeq = 0;
            position.appliedAt = clock.instant();
        });
    }

    @Override
    public void rebuild() {
        clear();
    }

    @Override
    public boolean awaitTransaction(String txId, Duration patience) {
        long polls = patience.toMillis() / LOOK_AGAIN.toMillis();
        for (long poll = 0; poll < polls; poll++) {
            if (seen(txId)) {
                return true;
            }
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return seen(txId);
    }

    private boolean seen(String txId) {
        return database.read(entities -> entities.createQuery(
                                "select count(e) from EventEntity e where e.txId = :tx", Long.class)
                        .setParameter("tx", txId)
                        .getSingleResult())
                > 0;
    }

    private static ProjectionEntity position(EntityManager entities, LockModeType lock) {
        return entities.find(ProjectionEntity.class, ProjectionEntity.ONLY, lock);
    }
}
