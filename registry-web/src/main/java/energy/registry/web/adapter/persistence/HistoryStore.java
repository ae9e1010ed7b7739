package energy.registry.web.adapter.persistence;

import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.History;
import java.util.List;

/** The kept events, and which of them belong to a certificate's life. */
public final class HistoryStore implements History {
    /** Events of one certificate's family shown at most: a bundle cut into hundreds of parts is read in the API, not on a page. */
    private static final int EVENTS_MAX = 2_000;

    private static final String FAMILY =
            """
            with recursive up (id) as (
                select cast(:id as varchar)
                union select p.parent_id from certificate_parent p join up on p.certificate_id = up.id),
            down (id) as (
                select cast(:id as varchar)
                union select p.certificate_id from certificate_parent p join down on p.parent_id = down.id)
            select distinct s.seq from event_subject s
            where s.certificate_id in (select id from up union select id from down)
            order by s.seq limit :rows""";

    private final Database database;

    public HistoryStore(Database database) {
        this.database = database;
    }

    @Override
    public List<HistoryEntry> ofCertificate(String certificateId) {
        return database.read(entities -> {
            List<?> sequence = entities.createNativeQuery(FAMILY, Long.class)
                    .setParameter("id", certificateId)
                    .setParameter("rows", EVENTS_MAX)
                    .getResultList();
            return entities.createQuery(
                            "select e from EventEntity e where e.seq in :seqs order by e.seq", EventEntity.class)
                    .setParameter("seqs", sequence)
                    .getResultStream()
                    .map(HistoryStore::entry)
                    .toList();
        });
    }

    @Override
    public List<HistoryEntry> ofTransaction(String txId) {
        return database.read(entities -> new Conditions()
                .when("e.txId = :tx", "tx", txId).list(entities, EventEntity.class, "e.seq", EVENTS_MAX).stream()
                        .map(HistoryStore::entry)
                        .toList());
    }

    @Override
    public Slice<HistoryEntry> all(Window window) {
        Conditions conditions = new Conditions();
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> Cursor.slice(
                        conditions.list(entities, EventEntity.class, "e.seq desc", window.limit() + 1),
                        window.limit(),
                        e -> new Cursor(e.seq, ""))
                .map(HistoryStore::entry));
    }

    private static HistoryEntry entry(EventEntity e) {
        String certificate = e.subjects.isEmpty() ? "" : e.subjects.iterator().next();
        return new HistoryEntry(
                e.seq,
                e.at,
                e.txId,
                e.type,
                certificate,
                EventSentence.of(e.type, Facts.of(e.data)),
                Facts.map(e.data));
    }
}
