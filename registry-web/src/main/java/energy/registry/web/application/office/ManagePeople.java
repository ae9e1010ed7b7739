package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Member;
import energy.registry.web.port.RequestIds;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An organisation's own people and machines: invited, suspended, and given keys by its administrators. */
public final class ManagePeople {
    /** How long an invitation holds: over a weekend and a week of leave. */
    static final Duration INVITATION_HOLDS = Duration.ofDays(14);
    /** Invitations and keys that are open at a time. */
    static final int OPEN_MAX = 50;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
    private static final int PASSWORD_MIN = 12;
    private static final int PASSWORD_MAX = 128;

    private final CaseFiles cases;
    private final Directory directory;
    private final JoinRegistry join;
    private final RequestIds ids;
    private final Journal journal;
    private final Clock clock;

    public ManagePeople(
            CaseFiles cases, Directory directory, JoinRegistry join, RequestIds ids, Journal journal, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.join = join;
        this.ids = ids;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<List<Member>> members(Actor actor) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty() ? Outcome.done(List.of()) : directory.members(actor.organisation());
    }

    /** Invitations that have not been taken up. */
    public List<CaseFile> invitations(Actor actor) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty()
                ? List.of()
                : cases.list(CaseKind.INVITATION, actor.organisation(), Set.of(CaseStatus.OPEN), Window.first(OPEN_MAX))
                        .items();
    }

    /** Roles that the actor may give on: those they have themselves. */
    public static Set<Role> giveable(Actor actor) {
        return actor.roles();
    }

    /** The answer is the secret of the link that the colleague follows; it is shown this once. */
    public Outcome<String> invite(Actor actor, String name, String email, Set<Role> roles) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN)
                .or(() -> wrong(name, email))
                .or(() -> roles.isEmpty() || !giveable(actor).containsAll(roles)
                        ? Optional.of(Refusal.invalid(
                                "roles", roles.toString(), "Choose at least one role, out of your own."))
                        : Optional.empty())
                .or(() -> invitations(actor).size() >= OPEN_MAX
                        ? Optional.of(Refusal.conflict(
                                "TOO_MANY_INVITATIONS",
                                "There are " + OPEN_MAX + " open invitations: take one back first."))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String secret = ids.fresh();
        String names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
        cases.open(CaseFile.open(
                        CaseKind.INVITATION,
                        Secrets.hash(secret),
                        actor.organisation(),
                        CaseStatus.OPEN,
                        actor.user(),
                        now())
                .with(Map.of("name", name.strip(), "email", email.strip(), "roles", names)));
        journal.record(
                actor,
                "INVITED",
                email.strip(),
                "",
                "Invited " + name.strip() + " (" + names.toLowerCase(java.util.Locale.ROOT) + ").",
                "");
        return Outcome.done(secret);
    }

    private static Optional<Refusal> wrong(String name, String email) {
        return FormCheck.check(
                        List.of(
                                energy.registry.web.model.office.Field.line("name", "", "Write a name."),
                                energy.registry.web.model.office.Field.of(
                                        energy.registry.web.model.office.FieldKind.EMAIL,
                                        "email",
                                        "",
                                        "Write an e-mail address.")),
                        Map.of("name", name == null ? "" : name, "email", email == null ? "" : email))
                .stream()
                .findFirst()
                .map(remark -> Refusal.invalid(remark.field(), "", remark.text()));
    }

    public Outcome<CaseFile> takeBack(Actor actor, String id) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN);
        Optional<CaseFile> found = cases.find(CaseKind.INVITATION, id)
                .filter(file -> actor.belongsTo(file.organisation()) && file.is(CaseStatus.OPEN));
        if (refusal.isPresent() || found.isEmpty()) {
            return Outcome.refused(refusal.orElseGet(() -> Refusal.notFound("This invitation")));
        }
        CaseFile closed = found.get().move(CaseStatus.WITHDRAWN, now());
        return cases.save(closed) ? Outcome.done(closed) : Outcome.refused(RegisterDevice.overtaken());
    }

    /** What a link opens: an invitation that holds, or an accepted organisation that has no user yet. */
    public Optional<CaseFile> behind(String secret) {
        Optional<CaseFile> invitation = cases.find(CaseKind.INVITATION, Secrets.hash(secret))
                .filter(file -> file.is(CaseStatus.OPEN))
                .filter(file -> file.createdAt().plus(INVITATION_HOLDS).isAfter(clock.instant()));
        return invitation.isPresent()
                ? invitation
                : join.behind(secret)
                        .filter(file -> file.is(CaseStatus.APPROVED)
                                && file.value("user").isEmpty());
    }

    /** The invited person chooses a name and a password, and may sign in at once. */
    public Outcome<Member> accept(String secret, String username, String password) {
        Optional<CaseFile> found = behind(secret);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("This invitation"));
        }
        if (username == null || !USERNAME.matcher(username).matches()) {
            return Outcome.refused(Refusal.invalid(
                    "username",
                    String.valueOf(username),
                    "Use 3 to 64 small letters, digits, dots, hyphens or underscores."));
        }
        if (password == null
                || password.length() < PASSWORD_MIN
                || password.length() > PASSWORD_MAX
                || password.equals(username)) {
            return Outcome.refused(Refusal.invalid("password", "", "Use 12 to 128 characters, and not the user name."));
        }
        CaseFile file = found.get();
        boolean first = file.kind() == CaseKind.ORGANISATION;
        Set<Role> roles = first ? JoinRegistry.roles(file) : invited(file);
        if (first) {
            roles.add(Role.ORGANISATION_ADMIN);
        }
        Member member = new Member(
                username,
                file.value(first ? "contactName" : "name"),
                file.value(first ? "contactEmail" : "email"),
                true,
                List.of());
        return directory.create(file.organisation(), member, password, roles).map(created -> {
            cases.save(file.with("user", username).move(first ? CaseStatus.APPROVED : CaseStatus.CLOSED, now()));
            journal.record(
                    new Actor(username, file.organisation(), roles),
                    "JOINED",
                    username,
                    file.organisation(),
                    member.name() + " joined.",
                    "");
            journal.tell(
                    file.organisation(),
                    "good",
                    member.name() + " has joined",
                    "As " + username + ".",
                    "/app/organisation");
            return created;
        });
    }

    private static Set<Role> invited(CaseFile file) {
        return Arrays.stream(file.value("roles").split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public Outcome<Member> enable(Actor actor, String username, boolean enabled, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN)
                .or(() -> Reasons.wrong(reason))
                .or(() -> actor.user().equals(username)
                        ? Optional.of(Refusal.conflict(
                                "NOT_ONESELF", "Nobody suspends themselves: ask another administrator."))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return directory.enable(actor.organisation(), username, enabled).map(member -> {
            journal.record(
                    actor,
                    enabled ? "MEMBER_RESUMED" : "MEMBER_SUSPENDED",
                    username,
                    "",
                    (enabled ? "Let " : "Suspended ") + username + (enabled ? " in again." : "."),
                    reason);
            return member;
        });
    }

    public Outcome<List<ApiKey>> keys(Actor actor) {
        Permission.requireOneOf(actor, Role.ORGANISATION_ADMIN);
        return directory.keys(actor.organisation());
    }

    public Outcome<ApiKey> createKey(Actor actor, String name, Set<Role> roles) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN)
                .or(() -> name == null || name.isBlank() || name.strip().length() > FormCheck.LINE_MAX
                        ? Optional.of(
                                Refusal.invalid("name", "", "Name what will use the key, such as “SCADA export”."))
                        : Optional.empty())
                .or(() -> roles.isEmpty()
                                || roles.contains(Role.ORGANISATION_ADMIN)
                                || !giveable(actor).containsAll(roles)
                        ? Optional.of(Refusal.invalid(
                                "roles",
                                roles.toString(),
                                "Choose at least one role out of your own; machines do not manage people."))
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return directory.keys(actor.organisation()).then(there -> {
            if (there.size() >= OPEN_MAX) {
                return Outcome.refused(
                        Refusal.conflict("TOO_MANY_KEYS", "There are " + OPEN_MAX + " keys: remove one first."));
            }
            String clientId = "key-" + actor.organisation() + "-" + ids.fresh().substring(0, 8);
            return directory
                    .createKey(actor.organisation(), clientId, name.strip(), roles)
                    .map(key -> {
                        journal.record(
                                actor, "API_KEY_CREATED", clientId, "", "Made the API key “" + name.strip() + "”.", "");
                        return key;
                    });
        });
    }

    public Outcome<String> removeKey(Actor actor, String clientId) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ORGANISATION_ADMIN);
        return refusal.<Outcome<String>>map(Outcome::refused).orElseGet(() -> directory
                .removeKey(actor.organisation(), clientId)
                .map(removed -> {
                    journal.record(actor, "API_KEY_REMOVED", clientId, "", "Removed the API key " + clientId + ".", "");
                    return removed;
                }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
