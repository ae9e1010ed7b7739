package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.office.Letter;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.Outbox;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** Letters and workers' positions in the database. */
public final class OutboxStore implements Outbox {
    private final Database database;

    public OutboxStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Letter> due(Instant now, int limit) {
        return database.read(entities -> entities.createQuery(
                        "select l from LetterEntity l where l.status = 'WAITING' and l.nextAt <= :now order by l.nextAt, l.id",
                        LetterEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultStream()
                .map(LetterEntity::letter)
                .toList());
    }

    @Override
    public void update(Letter letter) {
        database.write(entities -> {
            LetterEntity stored = entities.find(LetterEntity.class, letter.id());
            stored.status = letter.state().name();
            stored.tries = letter.tries();
            stored.nextAt = letter.nextAt();
            stored.lastError = letter.lastError();
        });
    }

    @Override
    public List<Letter> of(Letter.Channel channel, String target, int limit) {
        return database.read(entities -> entities.createQuery(
                        "select l from LetterEntity l where l.channel = :channel and l.target = :target order by l.id desc",
                        LetterEntity.class)
                .setParameter("channel", channel.name())
                .setParameter("target", target)
                .setMaxResults(limit)
                .getResultStream()
                .map(LetterEntity::letter)
                .toList());
    }

    @Override
    public long waiting(Letter.Channel channel, String target) {
        return database.read(entities -> entities.createQuery(
                        "select count(l) from LetterEntity l where l.channel = :channel and l.target = :target and l.status = 'WAITING'",
                        Long.class)
                .setParameter("channel", channel.name())
                .setParameter("target", target)
                .getSingleResult());
    }

    @Override
    public long position(String worker) {
        return database.read(entities -> {
            List<?> found = entities.createNativeQuery("select last_seq from worker_position where worker = :worker")
                    .setParameter("worker", worker)
                    .getResultList();
            return found.isEmpty() ? 0L : ((Number) found.get(0)).longValue();
        });
    }

    @Override
    public List<LedgerEvent> eventsAfter(long seq, int limit) {
        return database.read(entities -> entities.createQuery(
                        "select e.seq, e.txId, e.at, e.type, e.data from EventEntity e where e.seq > :seq order by e.seq",
                        Object[].class)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new LedgerEvent(
                        (Long) row[0], (String) row[1], (Instant) row[2], (String) row[3], (String) row[4]))
                .toList());
    }

    @Override
    public List<Message> messagesAfter(long seq, int limit) {
        return database.read(entities -> entities.createQuery(
                        "select m from MessageEntity m where m.seq > :seq order by m.seq", MessageEntity.class)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultStream()
                .map(MessageEntity::row)
                .toList());
    }

    @Override
    public void advance(String worker, long seq, List<Letter> letters, List<Message> messages) {
        database.write(entities -> {
            if (moved(entities, worker, seq)) {
                letters.forEach(letter -> entities.persist(LetterEntity.of(letter)));
                messages.stream()
                        .filter(message -> !message.organisation().isEmpty())
                        .forEach(message -> entities.persist(MessageEntity.of(message)));
            }
        });
    }

    /** False when another server has come as far already: then its letters count, not these. */
    private static boolean moved(EntityManager entities, String worker, long seq) {
        return entities.createNativeQuery("insert into worker_position (worker, last_seq) values (:worker, :seq)"
                                + " on conflict (worker) do update set last_seq = excluded.last_seq"
                                + " where worker_position.last_seq < excluded.last_seq")
                        .setParameter("worker", worker)
                        .setParameter("seq", seq)
                        .executeUpdate()
                == 1;
    }
}
