package energy.registry.web.application.office;

import energy.registry.web.application.ChangeLog;
import energy.registry.web.model.Actor;
import energy.registry.web.model.office.Activity;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.Activities;
import energy.registry.web.port.office.Messages;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Writes down who changed what and why, and tells those it concerns. */
public final class Journal implements ChangeLog {
    /** The organisation of the people who decide. */
    public static final String ISSUING_BODY = "issuing-body";
    /** The organisation of the people who oversee. */
    public static final String REGULATOR = "regulator";

    private final Activities activities;
    private final Messages messages;
    private final Clock clock;

    public Journal(Activities activities, Messages messages, Clock clock) {
        this.activities = activities;
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code concerns} is the organisation it happened to; empty when it is the actor's own. */
    public void record(Actor actor, String act, String subject, String concerns, String sentence, String reason) {
        String whom = concerns.isEmpty() ? actor.organisation() : concerns;
        String who = actor.signedIn() ? actor.user() : "applicant";
        activities.add(new Activity(
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                who,
                actor.organisation(),
                act,
                subject,
                whom,
                sentence,
                reason == null ? "" : reason.strip()));
    }

    @Override
    public void once(Change change) {
        String whom = change.concerns().isEmpty() ? change.actor().organisation() : change.concerns();
        activities.addOnce(
                new Activity(
                        0,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        change.actor().user(),
                        change.actor().organisation(),
                        change.act(),
                        change.subject(),
                        whom,
                        change.sentence(),
                        change.reason() == null ? "" : change.reason().strip()),
                change.act() + ' ' + change.txId() + ' ' + whom);
    }

    public void tell(String organisation, String tone, String title, String body, String link) {
        if (!organisation.isEmpty()) {
            messages.add(new Message(
                    0, clock.instant().truncatedTo(ChronoUnit.MICROS), organisation, tone, title, body, link));
        }
    }
}
