package energy.registry.web.application.office;

import energy.registry.web.application.Checks;
import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import energy.registry.web.model.office.Letter;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Outbox;
import energy.registry.web.port.office.WebhookCaller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses of an organisation that are called when something on the ledger concerns it. */
public final class ManageWebhooks {
    /** Addresses of one organisation. */
    static final int HOOKS_MAX = 10;
    /** Calls shown of one address. */
    private static final int SHOWN = 20;

    private static final Pattern TYPES = Pattern.compile("([A-Z][A-Za-z]{2,39}( |$)){0,20}");
    private static final Set<CaseStatus> KEPT = Set.of(CaseStatus.OPEN, CaseStatus.SUSPENDED);
    private static final Field ADDRESS = Field.of(FieldKind.ADDRESS, "url", "Address", "An https address of yours.");

    private final CaseFiles cases;
    private final Outbox outbox;
    private final WebhookCaller caller;
    private final RequestIds ids;
    private final Journal journal;
    private final Clock clock;

    public ManageWebhooks(
            CaseFiles cases, Outbox outbox, WebhookCaller caller, RequestIds ids, Journal journal, Clock clock) {
        this.cases = cases;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.journal = journal;
        this.clock = clock;
    }

    public List<CaseFile> list(Actor actor) {
        Permission.requireOneOf(actor, Role.ORGANISATION_ADMIN);
        return actor.organisation().isEmpty()
                ? List.of()
                : cases.list(CaseKind.WEBHOOK, actor.organisation(), KEPT, Window.first(HOOKS_MAX))
                        .items();
    }

    public List<Letter> calls(Actor actor, String id) {
        return find(actor, id)
                .map(hook -> outbox.of(Letter.Channel.WEBHOOK, id, SHOWN))
                .orElse(List.of());
    }

    private Optional<CaseFile> find(Actor actor, String id) {
        Permission.requireOneOf(actor, Role.ORGANISATION_ADMIN);
        return cases.find(CaseKind.WEBHOOK, id)
                .filter(hook -> actor.belongsTo(hook.organisation()) && KEPT.contains(hook.status()));
    }

    /** The answer holds the secret with which every call is signed. {@code types}: empty for all, else names with spaces. */
    public Outcome<CaseFile> add(Actor actor, String requestId, String url, String types) {
        String wanted = types == null ? "" : types.strip().replaceAll("[,\\s]+", " ");
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN)
                .or(() -> Checks.requestId(requestId))
                .or(() -> wrong(url, wanted))
                .or(() -> list(actor).size() >= HOOKS_MAX
                        ? Optional.of(Refusal.conflict(
                                "TOO_MANY_WEBHOOKS", "There are " + HOOKS_MAX + " addresses: remove one first."))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String id = Checks.scopedRequestId(actor, "webhook", requestId);
        boolean fresh = cases.open(
                CaseFile.open(CaseKind.WEBHOOK, id, actor.organisation(), CaseStatus.OPEN, actor.user(), now())
                        .with(Map.of("url", url.strip(), "types", wanted, "secret", ids.fresh() + ids.fresh())));
        if (fresh) {
            journal.record(actor, "WEBHOOK_ADDED", url.strip(), "", "Events go to " + url.strip() + ".", "");
        }
        return cases.find(CaseKind.WEBHOOK, id).map(Outcome::done).orElseThrow();
    }

    private Optional<Refusal> wrong(String url, String types) {
        String given = url == null ? "" : url.strip();
        Optional<Refusal> unreadable = FormCheck.check(List.of(ADDRESS), Map.of("url", given)).stream()
                .findFirst()
                .map(remark -> Refusal.invalid("url", given, remark.text()));
        if (unreadable.isPresent()) {
            return unreadable;
        }
        String objection = caller.objection(given);
        if (!objection.isEmpty()) {
            return Optional.of(Refusal.invalid("url", given, objection));
        }
        return TYPES.matcher(types).matches()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "types",
                        types,
                        "Name events such as TradeSettled, with spaces between, or leave it empty for all."));
    }

    public Outcome<CaseFile> remove(Actor actor, String id) {
        return change(actor, id, CaseStatus.CLOSED, "WEBHOOK_REMOVED", "Events go there no more: ");
    }

    /** After it was switched off because nobody listened. */
    public Outcome<CaseFile> resume(Actor actor, String id) {
        return change(actor, id, CaseStatus.OPEN, "WEBHOOK_RESUMED", "Events go there again: ");
    }

    private Outcome<CaseFile> change(Actor actor, String id, CaseStatus next, String act, String sentence) {
        Optional<CaseFile> hook = find(actor, id);
        if (hook.isEmpty()) {
            return Outcome.refused(Refusal.notFound("This webhook"));
        }
        CaseFile changed = hook.get().move(next, now());
        if (!cases.save(changed)) {
            return Outcome.refused(RegisterDevice.overtaken());
        }
        journal.record(actor, act, changed.value("url"), "", sentence + changed.value("url") + ".", "");
        return Outcome.done(changed);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
