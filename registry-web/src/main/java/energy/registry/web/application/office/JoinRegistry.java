package energy.registry.web.application.office;

import energy.registry.web.application.Checks;
import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.Remark;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An organisation asks to join, the issuing body decides, and its account is opened on the ledger. */
public final class JoinRegistry {
    /** Applications that wait at a time: more than an office can read, and no flood. */
    static final int WAITING_MAX = 500;

    private static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");
    private static final Set<String> OURS = Set.of(Journal.ISSUING_BODY, Journal.REGULATOR);

    private final CaseFiles cases;
    private final Accounts accounts;
    private final Commands commands;
    private final RequestIds ids;
    private final Journal journal;
    private final Clock clock;

    public JoinRegistry(
            CaseFiles cases, Accounts accounts, Commands commands, RequestIds ids, Journal journal, Clock clock) {
        this.cases = cases;
        this.accounts = accounts;
        this.commands = commands;
        this.ids = ids;
        this.journal = journal;
        this.clock = clock;
    }

    public List<Remark> remarks(Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>(FormCheck.check(JoinForm.FIELDS, values));
        String shortName = values.getOrDefault("accountId", "").strip();
        if (!shortName.isEmpty() && (!SHORT_NAME.matcher(shortName).matches() || OURS.contains(shortName))) {
            remarks.add(new Remark(
                    "accountId", FormCheck.quoted(shortName) + "Use 3 to 40 small letters, digits and hyphens."));
        } else if (!shortName.isEmpty() && accounts.find(shortName).isPresent()) {
            remarks.add(new Remark(
                    "accountId", FormCheck.quoted(shortName) + "An organisation has it already. Choose another."));
        }
        return remarks;
    }

    /** Open to anyone. The answer is the secret of the link under which the applicant sees what becomes of it. */
    public Outcome<String> apply(Map<String, String> values) {
        List<Remark> remarks = remarks(values);
        if (!remarks.isEmpty()) {
            Remark first = remarks.get(0);
            return Outcome.refused(
                    Refusal.invalid(first.field(), values.getOrDefault(first.field(), ""), first.text()));
        }
        if (cases.count(CaseKind.ORGANISATION, "", Set.of(CaseStatus.SUBMITTED)) >= WAITING_MAX) {
            return Outcome.refused(Refusal.unavailable(
                    "TOO_MANY_APPLICATIONS", "Too many organisations wait already. Try again tomorrow."));
        }
        String secret = ids.fresh();
        Map<String, String> kept = new LinkedHashMap<>();
        for (Field field : JoinForm.FIELDS) {
            kept.put(field.name(), values.getOrDefault(field.name(), "").strip());
        }
        CaseFile file = CaseFile.open(
                CaseKind.ORGANISATION,
                Secrets.hash(secret),
                kept.get("accountId"),
                CaseStatus.SUBMITTED,
                kept.get("contactEmail"),
                now());
        cases.open(file.with(kept));
        journal.record(
                Actor.VISITOR,
                "ORGANISATION_APPLIED",
                kept.get("accountId"),
                kept.get("accountId"),
                kept.get("legalName") + " asked for an account.",
                "");
        journal.tell(
                Journal.ISSUING_BODY,
                "info",
                "New organisation: " + kept.get("legalName"),
                "It asks for the account " + kept.get("accountId") + ".",
                "/app/office/organisations/" + file.id());
        return Outcome.done(secret);
    }

    /** The application behind the applicant's link. */
    public Optional<CaseFile> behind(String secret) {
        return cases.find(CaseKind.ORGANISATION, Secrets.hash(secret));
    }

    public Slice<CaseFile> list(Actor actor, boolean waitingOnly, Window window) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        Set<CaseStatus> statuses = waitingOnly ? Set.of(CaseStatus.SUBMITTED) : EnumSet.allOf(CaseStatus.class);
        return cases.list(CaseKind.ORGANISATION, "", statuses, window);
    }

    public Optional<CaseFile> find(Actor actor, String id) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        return cases.find(CaseKind.ORGANISATION, id);
    }

    public Outcome<CaseFile> decide(Actor actor, String id, boolean accepted, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ISSUING_BODY).or(() -> Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<CaseFile> found = cases.find(CaseKind.ORGANISATION, id).filter(file -> file.is(CaseStatus.SUBMITTED));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("An application that waits"));
        }
        CaseFile file = found.get();
        return accepted
                ? open(actor, file, reason.strip())
                        .then(txId -> closed(actor, file.with("txId", txId), CaseStatus.APPROVED, reason.strip()))
                : closed(actor, file, CaseStatus.REJECTED, reason.strip());
    }

    private Outcome<String> open(Actor actor, CaseFile file, String reason) {
        return commands.post(
                        Service.LEDGER,
                        "/v1/accounts",
                        Map.of(
                                "requestId", Checks.scopedRequestId(actor, "open-account", file.id()),
                                "actor", actor.user(),
                                "reason", reason,
                                "accountId", file.value("accountId"),
                                "name", file.value("legalName"),
                                "country", file.value("country"),
                                "roles", List.of(file.value("wanted").split(" "))))
                .map(receipt -> receipt.txId());
    }

    private Outcome<CaseFile> closed(Actor actor, CaseFile file, CaseStatus status, String reason) {
        CaseFile done =
                file.with(Map.of("reason", reason, "decidedBy", actor.user())).move(status, now());
        if (!cases.save(done)) {
            return Outcome.refused(RegisterDevice.overtaken());
        }
        boolean accepted = status == CaseStatus.APPROVED;
        journal.record(
                actor,
                "ORGANISATION_" + status,
                file.value("accountId"),
                file.value("accountId"),
                (accepted ? "Opened the account of " : "Did not accept ") + file.value("legalName") + ".",
                reason);
        return Outcome.done(done);
    }

    /** Roles of the realm that the organisation was accepted for. */
    static Set<Role> roles(CaseFile file) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(file.value("wanted").split(" "))
                .map(Role::ofRealmName)
                .flatMap(Optional::stream)
                .forEach(roles::add);
        return roles;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
