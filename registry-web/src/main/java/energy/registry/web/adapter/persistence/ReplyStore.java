package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Actor;
import energy.registry.web.model.KeptReply;
import energy.registry.web.model.KeptReply.State;
import energy.registry.web.port.KeptReplies;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Kept replies in the database, so that every server knows them and a restart forgets none. */
public final class ReplyStore implements KeptReplies {
    /** How long a caller may send the same request again. */
    private static final Duration KEPT = Duration.ofDays(1);

    /** Longer than the slowest command: what is still under way then was broken off with its server, and may be carried out again. */
    private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(5);

    /** Old ones taken away with each new one: more than come, so that there are never many too many. */
    private static final int SWEPT = 20;

    private static final String ONE = " where organisation = :organisation and caller = :caller and request_key = :key";

    private final Database database;
    private final Clock clock;

    public ReplyStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public KeptReply claim(Actor caller, String key, String fingerprint) {
        AtomicReference<KeptReply> found = new AtomicReference<>();
        Instant now = clock.instant();
        database.write(entities -> {
            entities.createNativeQuery(
                            "delete from api_answer where ctid in (select ctid from api_answer where begun_at < :old"
                                    + " order by begun_at limit :rows for update skip locked)")
                    .setParameter("old", now.minus(KEPT))
                    .setParameter("rows", SWEPT)
                    .executeUpdate();
            int added = of(
                            entities,
                            "insert into api_answer (organisation, caller, request_key, fingerprint, begun_at)"
                                    + " values (:organisation, :caller, :key, :fingerprint, :now)"
                                    + " on conflict (organisation, caller, request_key) do update"
                                    + " set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at"
                                    + " where api_answer.status is null and api_answer.begun_at < :brokenOff",
                            caller,
                            key)
                    .setParameter("fingerprint", fingerprint)
                    .setParameter("now", now)
                    .setParameter("brokenOff", now.minus(UNDER_WAY_MAX))
                    .executeUpdate();
            found.set(added == 1 ? KeptReply.of(State.FRESH) : known(entities, caller, key, fingerprint));
        });
        return found.get();
    }

    private static KeptReply known(EntityManager entities, Actor caller, String key, String fingerprint) {
        List<?> rows = of(entities, "select fingerprint, status, media_type, body from api_answer" + ONE, caller, key)
                .getResultList();
        if (rows.isEmpty()) {
            return KeptReply.of(State.UNDER_WAY); // taken away between the two statements: the caller asks again
        }
        Object[] row = (Object[]) rows.get(0);
        if (!fingerprint.equals(row[0])) {
            return KeptReply.of(State.OF_ANOTHER_REQUEST);
        }
        return row[1] == null
                ? KeptReply.of(State.UNDER_WAY)
                : KeptReply.answered(((Number) row[1]).intValue(), (String) row[2], (byte[]) row[3]);
    }

    @Override
    public void keep(Actor caller, String key, KeptReply reply) {
        database.write(entities -> of(
                        entities,
                        "update api_answer set status = :status, media_type = :mediaType, body = :body" + ONE,
                        caller,
                        key)
                .setParameter("status", reply.status())
                .setParameter("mediaType", reply.mediaType())
                .setParameter("body", reply.body())
                .executeUpdate());
    }

    @Override
    public void forget(Actor caller, String key) {
        database.write(entities ->
                of(entities, "delete from api_answer" + ONE, caller, key).executeUpdate());
    }

    private static Query of(EntityManager entities, String sql, Actor caller, String key) {
        return entities.createNativeQuery(sql)
                .setParameter("organisation", caller.organisation())
                .setParameter("caller", caller.user())
                .setParameter("key", key);
    }
}
