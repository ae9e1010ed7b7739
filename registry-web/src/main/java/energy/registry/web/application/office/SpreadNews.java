package energy.registry.web.application.office;

import energy.registry.web.model.LedgerEvent;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Letter;
import energy.registry.web.model.office.Member;
import energy.registry.web.model.office.Message;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Directory;
import energy.registry.web.port.office.Mail;
import energy.registry.web.port.office.Outbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the ledger's events into webhook calls and messages, and messages into e-mail, each exactly once. */
public final class SpreadNews {
    /** Events or messages in a step. */
    static final int STEP_MAX = 200;
    /** Calls that wait for one webhook: more than a day of a large park; beyond that it is switched off. */
    static final int WAITING_MAX = 10_000;

    private static final String HOOKS = "webhooks";
    private static final String MAILS = "mails";
    /** The fields of an event's data that name an organisation it concerns. */
    private static final Pattern PARTY =
            Pattern.compile("\"(?:owner|seller|buyer|sender|receiver|accountId)\"\\s*:\\s*\"([^\"\\\\]{1,64})\"");

    private final Outbox outbox;
    private final CaseFiles cases;
    private final Directory directory;
    private final Mail mail;
    private final KeepSettings settings;
    private final URI site;
    private final Clock clock;

    public SpreadNews(Outbox outbox, CaseFiles cases, Directory directory, Mail mail, URI site, Clock clock) {
        this.outbox = outbox;
        this.cases = cases;
        this.directory = directory;
        this.mail = mail;
        this.site = site;
        this.clock = clock;
        this.settings = new KeepSettings(cases, clock);
    }

    /** How many events and messages were handled. */
    public int step() {
        return events() + messages();
    }

    private int events() {
        List<LedgerEvent> events = outbox.eventsAfter(outbox.position(HOOKS), STEP_MAX);
        if (events.isEmpty()) {
            return 0;
        }
        List<CaseFile> hooks = cases.list(
                        CaseKind.WEBHOOK, "", Set.of(CaseStatus.OPEN), new Window("", Window.ROWS_MAX))
                .items();
        List<Letter> letters = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        for (LedgerEvent event : events) {
            Set<String> parties = parties(event.data());
            hooks.stream()
                    .filter(hook -> parties.contains(hook.organisation()))
                    .filter(hook -> wants(hook, event.type()))
                    .forEach(hook -> letters.add(
                            Letter.of(Letter.Channel.WEBHOOK, hook.id(), event.type(), body(event), now())));
            message(event, messages);
        }
        outbox.advance(HOOKS, events.get(events.size() - 1).seq(), letters, messages);
        hooks.forEach(this::switchOffWhereNobodyListens);
        return events.size();
    }

    static boolean wants(CaseFile hook, String type) {
        String types = hook.value("types");
        return types.isEmpty() || Set.of(types.split(" ")).contains(type);
    }

    static Set<String> parties(String data) {
        Set<String> parties = new LinkedHashSet<>();
        Matcher named = PARTY.matcher(data);
        while (named.find()) {
            parties.add(named.group(1));
        }
        return parties;
    }

    private static String body(LedgerEvent event) {
        return "{\"seq\":" + event.seq() + ",\"txId\":\"" + event.txId() + "\",\"at\":\"" + event.at()
                + "\",\"type\":\"" + event.type() + "\",\"data\":" + event.data() + "}";
    }

    /** Those events that people want to hear of without asking. */
    private void message(LedgerEvent event, List<Message> messages) {
        switch (event.type()) {
            case "TradeSettled" ->
                messages.add(new Message(
                        0,
                        event.at(),
                        field(event, "seller"),
                        "good",
                        "Sold to " + field(event, "buyer"),
                        "The money is on your account.",
                        "/app/balance"));
            case "TransferProposed" ->
                messages.add(new Message(
                        0,
                        event.at(),
                        field(event, "receiver"),
                        "info",
                        field(event, "sender") + " wants to transfer certificates to you",
                        "Accept or reject them before the proposal lapses.",
                        "/app/transfers"));
            case "DeviceChanged" ->
                messages.add(new Message(
                        0,
                        event.at(),
                        field(event, "owner"),
                        "info",
                        "A device has changed: " + field(event, "deviceId"),
                        field(event, "reason"),
                        "/app/my/devices/" + field(event, "deviceId")));
            default -> {} // others are read where they are looked for
        }
    }

    private static String field(LedgerEvent event, String name) {
        Matcher found =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(event.data());
        return found.find() ? found.group(1) : "";
    }

    private void switchOffWhereNobodyListens(CaseFile hook) {
        if (outbox.waiting(Letter.Channel.WEBHOOK, hook.id()) > WAITING_MAX) {
            cases.save(hook.move(CaseStatus.SUSPENDED, now()));
        }
    }

    private int messages() {
        if (!mail.available()) {
            return 0;
        }
        List<Message> messages = outbox.messagesAfter(outbox.position(MAILS), STEP_MAX);
        if (messages.isEmpty()) {
            return 0;
        }
        List<Letter> letters = new ArrayList<>();
        for (Message message : messages) {
            for (Member member :
                    directory.members(message.organisation()).result().orElse(List.of())) {
                if (member.enabled()
                        && !member.email().isEmpty()
                        && settings.ofUser(member.username()).mail().sends(message.tone())) {
                    letters.add(Letter.of(
                            Letter.Channel.MAIL,
                            member.email(),
                            message.title(),
                            message.body() + "\n\n" + site + message.link() + "\n",
                            now()));
                }
            }
        }
        outbox.advance(MAILS, messages.get(messages.size() - 1).seq(), letters, List.of());
        return messages.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
