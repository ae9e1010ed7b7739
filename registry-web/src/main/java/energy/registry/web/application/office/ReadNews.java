package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.Messages;

/** What happened: messages to one's organisation, and the log of changes by it or about it. */
public final class ReadNews {
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
        return actor.organisation().isEmpty() ? Slice.empty() : activities.list(actor.organisation(), window);
    }
}
