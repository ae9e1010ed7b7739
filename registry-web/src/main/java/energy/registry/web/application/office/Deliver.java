package energy.registry.web.application.office;

import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Letter;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Mail;
import energy.registry.web.port.office.Outbox;
import energy.registry.web.port.office.WebhookCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends what is due, and tries again later what did not arrive, ever more rarely, and not for ever. */
public final class Deliver {
    /** Letters in a step: with ten seconds each at worst, a step ends within minutes. */
    static final int STEP_MAX = 20;
    /** Tries before it is given up: with the pauses below, about a day. */
    public static final int TRIES_MAX = 12;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(8);
    private static final int ERROR_MAX = 500; // what the column holds

    private final Outbox outbox;
    private final CaseFiles cases;
    private final Mail mail;
    private final WebhookCaller caller;
    private final Clock clock;

    public Deliver(Outbox outbox, CaseFiles cases, Mail mail, WebhookCaller caller, Clock clock) {
        this.outbox = outbox;
        this.cases = cases;
        this.mail = mail;
        this.caller = caller;
        this.clock = clock;
    }

    /** How many letters were tried. */
    public int step() {
        List<Letter> due = outbox.due(clock.instant(), STEP_MAX);
        for (Letter letter : due) {
            outbox.update(after(letter, send(letter)));
        }
        return due.size();
    }

    private Outcome<?> send(Letter letter) {
        if (letter.channel() == Letter.Channel.MAIL) {
            return mail.send(letter.target(), letter.subject(), letter.body());
        }
        Optional<CaseFile> hook =
                cases.find(CaseKind.WEBHOOK, letter.target()).filter(file -> file.is(CaseStatus.OPEN));
        return hook.<Outcome<?>>map(
                        file -> caller.call(file.value("url"), file.value("secret"), clock.instant(), letter.body()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("This webhook")));
    }

    private Letter after(Letter letter, Outcome<?> outcome) {
        Instant now = clock.instant();
        int tries = letter.tries() + 1;
        boolean gone = outcome.whyNot()
                .filter(refusal -> refusal.kind() == Refusal.Kind.NOT_FOUND)
                .isPresent();
        Letter.State state = outcome.isDone()
                ? Letter.State.SENT
                : tries >= TRIES_MAX || gone ? Letter.State.GIVEN_UP : Letter.State.WAITING;
        String error = outcome.whyNot().map(Refusal::detail).orElse("");
        String kept = error.length() > ERROR_MAX ? error.substring(0, ERROR_MAX) : error;
        return new Letter(
                letter.id(),
                letter.channel(),
                letter.target(),
                letter.subject(),
                letter.body(),
                state,
                tries,
                now.plus(pause(tries)),
                kept,
                letter.createdAt());
    }

    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
