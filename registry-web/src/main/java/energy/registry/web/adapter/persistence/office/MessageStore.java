package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Conditions;
import energy.registry.web.adapter.persistence.Cursor;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.Messages;
import java.util.List;

/** Messages in the database. */
public final class MessageStore implements Messages {
    /** Counted no further: nobody reads more than so many at once, and every page asks. */
    private static final int UNREAD_MAX = 100;

    private final Database database;

    public MessageStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Message message) {
        MessageEntity stored = MessageEntity.of(message);
        database.write(entities -> entities.persist(stored));
    }

    @Override
    public Slice<Message> list(String organisation, Window window) {
        Conditions conditions =
                new Conditions().and("e.organisation = :organisation").bind("organisation", organisation);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<MessageEntity> found =
                    conditions.list(entities, MessageEntity.class, "e.seq desc", window.limit() + 1);
            return Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""))
                    .map(MessageEntity::row);
        });
    }

    @Override
    public long unread(String organisation, String user) {
        return database.read(entities -> ((Number) entities.createNativeQuery(
                                "select count(*) from (select 1 from message m where m.organisation = :organisation and m.seq >"
                                        + " coalesce((select r.read_seq from message_reader r where r.username = :user), 0)"
                                        + " limit :most) counted")
                        .setParameter("most", UNREAD_MAX)
                        .setParameter("organisation", organisation)
                        .setParameter("user", user)
                        .getSingleResult())
                .longValue());
    }

    @Override
    public void readUpTo(String user, long seq) {
        database.write(entities -> entities.createNativeQuery(
                        "insert into message_reader (username, read_seq) values (:user, :seq)"
                                + " on conflict (username) do update set read_seq = greatest(message_reader.read_seq, excluded.read_seq)")
                .setParameter("user", user)
                .setParameter("seq", seq)
                .executeUpdate());
    }
}
