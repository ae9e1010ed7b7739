package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.Messages;
import java.util.Set;

/** What happened: messages to one's organisation, and the log of changes by it or about it. */
public final class ReadNews {
    private static final Set<String> OFFICES = Set.of(Journal.ISSUING_BODY, Journal.REGULATOR);

    private final Messages messages;
    private final Activities activities;

    public ReadNews(Messages messages, Activities activities) {
        this.messages = messages;
        this.activities = activities;
    }

    public Slice<Message> messages(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? Slice.empty() : messages.list(actor.organisation(), window);
    }

    /** Messages that came since the person last looked. */
    public long unread(Actor actor) {
        return actor.signedIn() && !actor.organisation().isEmpty()
                ? messages.unread(actor.organisation(), actor.user())
                : 0;
    }

    public void seen(Actor actor, long seq) {
        Permission.requireSignedIn(actor);
        messages.readUpTo(actor.user(), seq);
    }

    /** Overseers see everyone's changes, others those of, or about, their own organisation. */
    public Slice<Activity> activity(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        if (actor.seesEverything()) {
            return activities.list("", window);
        }
        return actor.organisation().isEmpty()
                ? Slice.empty()
                : activities.list(actor.organisation(), window).map(line -> asSeenBy(actor, line));
    }

    /** Who of another trading organisation acted is that organisation's own affair; officials sign with their names. */
    private static Activity asSeenBy(Actor actor, Activity line) {
        boolean named = actor.belongsTo(line.organisation()) || OFFICES.contains(line.organisation());
        return named
                ? line
                : new Activity(
                        line.seq(),
                        line.at(),
                        "",
                        line.organisation(),
                        line.act(),
                        line.subject(),
                        line.concerns(),
                        line.sentence(),
                        line.reason());
    }
}
