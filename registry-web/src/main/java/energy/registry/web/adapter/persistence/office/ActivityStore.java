package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Conditions;
import energy.registry.web.adapter.persistence.Cursor;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;
import energy.registry.web.port.office.Activities;
import java.util.List;

/** The log of changes in the database. */
public final class ActivityStore implements Activities {
    private static final int SUBJECT_MAX = 200; // what the column holds

    private final Database database;

    public ActivityStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(Activity activity) {
        ActivityEntity stored = new ActivityEntity();
        stored.at = activity.at();
        stored.actor = activity.actor();
        stored.organisation = activity.organisation();
        stored.act = activity.act();
        stored.subject = shortened(activity.subject());
        stored.concerns = activity.concerns();
        stored.sentence = activity.sentence();
        stored.reason = activity.reason();
        database.write(entities -> entities.persist(stored));
    }

    @Override
    public void addOnce(Activity activity, String key) {
        database.write(entities -> entities.createNativeQuery(
                        "insert into activity (at, actor, organisation, act, subject, concerns, sentence, reason, once)"
                                + " values (:at, :actor, :organisation, :act, :subject, :concerns, :sentence, :reason, :once)"
                                + " on conflict (once) do nothing")
                .setParameter("at", activity.at())
                .setParameter("actor", activity.actor())
                .setParameter("organisation", activity.organisation())
                .setParameter("act", activity.act())
                .setParameter("subject", shortened(activity.subject()))
                .setParameter("concerns", activity.concerns())
                .setParameter("sentence", activity.sentence())
                .setParameter("reason", activity.reason())
                .setParameter("once", key)
                .executeUpdate());
    }

    private static String shortened(String subject) {
        return subject.substring(0, Math.min(SUBJECT_MAX, subject.length()));
    }

    @Override
    public Slice<Activity> list(String organisation, Window window) {
        Conditions conditions = new Conditions()
                .when("(e.organisation = :organisation or e.concerns = :organisation)", "organisation", organisation);
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.seq < :place").bind("place", place.number()));
        return database.read(entities -> {
            List<ActivityEntity> found =
                    conditions.list(entities, ActivityEntity.class, "e.seq desc", window.limit() + 1);
            return Cursor.slice(found, window.limit(), e -> new Cursor(e.seq, ""))
                    .map(ActivityEntity::row);
        });
    }
}
