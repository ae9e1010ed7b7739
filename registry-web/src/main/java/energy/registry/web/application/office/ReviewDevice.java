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
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.Receipt;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.Commands;
import energy.registry.web.port.office.DeviceFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The issuing body decides on a device: approves it on to the ledger, refers it back, or rejects it. A device in the
 * place of another one needs the regulator's consent first.
 */
public final class ReviewDevice {
    /** How long the regulator's consent to a shared place holds. */
    private static final Duration CONSENT_HOLDS = Duration.ofDays(30);

    private static final Set<CaseStatus> WAITING = Set.of(CaseStatus.SUBMITTED, CaseStatus.AWAITING_CONSENT);
    private static final Set<CaseStatus> NOT_DRAFTS = Set.of(
            CaseStatus.SUBMITTED,
            CaseStatus.AWAITING_CONSENT,
            CaseStatus.REFERRED,
            CaseStatus.APPROVED,
            CaseStatus.REJECTED,
            CaseStatus.WITHDRAWN);

    private final CaseFiles cases;
    private final DeviceFiles devices;
    private final Commands commands;
    private final Journal journal;
    private final Clock clock;

    public ReviewDevice(CaseFiles cases, DeviceFiles devices, Commands commands, Journal journal, Clock clock) {
        this.cases = cases;
        this.devices = devices;
        this.commands = commands;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the issuing body may decide. */
    public enum Ruling {
        APPROVE,
        REFER,
        REJECT
    }

    public Slice<CaseFile> waiting(Actor actor, Window window) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        return cases.list(CaseKind.DEVICE, "", WAITING, window);
    }

    /** Every application that was ever submitted. */
    public Slice<CaseFile> all(Actor actor, Window window) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        return cases.list(CaseKind.DEVICE, "", NOT_DRAFTS, window);
    }

    public Optional<CaseFile> find(Actor actor, String id) {
        Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
        return cases.find(CaseKind.DEVICE, id).filter(file -> !file.is(CaseStatus.DRAFT));
    }

    /** Devices that share an identity or the place with the application. */
    public List<Neighbour> neighbours(CaseFile file) {
        return devices.neighbours(file.values());
    }

    public Outcome<CaseFile> decide(Actor actor, String id, Ruling ruling, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.ISSUING_BODY)
                .or(() -> ruling == null
                        ? Optional.of(Refusal.invalid("ruling", "", "Choose what you decide."))
                        : Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return open(id).then(file -> switch (ruling) {
            case APPROVE -> approve(actor, file, reason.strip());
            case REFER -> send(actor, file, CaseStatus.REFERRED, "hold", "Put right and submit again", reason.strip());
            case REJECT -> send(actor, file, CaseStatus.REJECTED, "bad", "Not registered", reason.strip());
        });
    }

    private Outcome<CaseFile> open(String id) {
        Optional<CaseFile> found = cases.find(CaseKind.DEVICE, id).filter(file -> !file.is(CaseStatus.DRAFT));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("This application"));
        }
        return found.get().is(CaseStatus.SUBMITTED)
                ? Outcome.done(found.get())
                : Outcome.refused(Refusal.conflict(
                        "APPLICATION_NOT_WAITING",
                        "The application does not wait for you: it is decided, referred back, or with the regulator."));
    }

    private Outcome<CaseFile> approve(Actor actor, CaseFile file, String reason) {
        List<Neighbour> near = neighbours(file);
        Optional<Neighbour> twin = near.stream().filter(Neighbour::strong).findFirst();
        if (twin.isPresent()) {
            return Outcome.refused(Refusal.conflict(
                    "DEVICE_IS_NEW",
                    "It shares its " + twin.get().shares() + " with "
                            + twin.get().deviceId() + ". A device is registered once: reject it, or refer it back."));
        }
        if (!near.isEmpty() && !file.value("consent").equals("GIVEN")) {
            return askTheRegulator(actor, file, near, reason);
        }
        return withKey(actor, file, reason).then(keyed -> register(actor, keyed, reason));
    }

    /** A meter that cannot sign gets the metering agent's key; asked again, the same one. */
    private Outcome<CaseFile> withKey(Actor actor, CaseFile file, String reason) {
        if (!file.value(DeviceForm.SIGNER).equals("AGENT")) {
            return Outcome.done(file);
        }
        Map<String, Object> body = Map.of("meterId", file.value("meterId"), "actor", actor.user(), "reason", reason);
        return commands.post(Service.METERS, "/v1/agents", body)
                .map(receipt -> file.with("meterKey", receipt.fact("meterKey")));
    }

    private Outcome<CaseFile> askTheRegulator(Actor actor, CaseFile file, List<Neighbour> near, String reason) {
        String others = String.join(", ", near.stream().map(Neighbour::deviceId).toList());
        CaseFile asked =
                file.with(Map.of("reason", reason, "decidedBy", actor.user())).move(CaseStatus.AWAITING_CONSENT, now());
        return saved(asked).map(done -> {
            journal.record(
                    actor,
                    "CONSENT_ASKED",
                    file.value("deviceId"),
                    file.organisation(),
                    "Asked the regulator about a device in the place of " + others + ".",
                    reason);
            journal.tell(
                    Journal.REGULATOR,
                    "hold",
                    "A device in the place of another",
                    file.value("deviceId") + " stands where " + others
                            + " stands. The issuing body would approve it; it needs your consent.",
                    "/app/office/devices/" + file.id());
            return done;
        });
    }

    private Outcome<CaseFile> register(Actor actor, CaseFile file, String reason) {
        Map<String, Object> body = Map.of(
                "requestId", Checks.scopedRequestId(actor, "register-device", file.id()),
                "actor", actor.user(),
                "reason", reason,
                "device", DeviceRecord.of(file.organisation(), file.values()));
        Outcome<Receipt> registered = commands.post(Service.LEDGER, "/v1/devices", body);
        return registered.then(receipt -> {
            CaseFile approved = file.with(Map.of(
                            "reason", reason,
                            "decidedBy", actor.user(),
                            "txId", receipt.txId(),
                            "deviceDigest", receipt.fact("deviceDigest")))
                    .move(CaseStatus.APPROVED, now());
            return saved(approved).map(done -> {
                String device = file.value("deviceId");
                journal.record(
                        actor,
                        "DEVICE_APPROVED",
                        device,
                        file.organisation(),
                        "Registered " + device + " on the ledger.",
                        reason);
                journal.tell(
                        file.organisation(),
                        "good",
                        file.value("name") + " is registered",
                        device + " stands on the ledger and may receive certificates.",
                        "/app/my/devices/" + device);
                return done;
            });
        });
    }

    private Outcome<CaseFile> send(
            Actor actor, CaseFile file, CaseStatus next, String tone, String title, String reason) {
        CaseFile moved =
                file.with(Map.of("reason", reason, "decidedBy", actor.user())).move(next, now());
        return saved(moved).map(done -> {
            journal.record(
                    actor,
                    "DEVICE_" + next,
                    file.value("deviceId"),
                    file.organisation(),
                    title + ": " + file.value("deviceId") + ".",
                    reason);
            journal.tell(
                    file.organisation(),
                    tone,
                    file.value("name") + ": " + title.toLowerCase(java.util.Locale.ROOT),
                    reason,
                    "/app/my/registrations/" + file.id());
            return done;
        });
    }

    /** The regulator agrees, on the regulator's own node, that a device stands in the place of another; or does not. */
    public Outcome<CaseFile> consent(Actor actor, String id, boolean agreed, String reason) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.REGULATOR).or(() -> Reasons.wrong(reason));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Optional<CaseFile> found = cases.find(CaseKind.DEVICE, id).filter(file -> file.is(CaseStatus.AWAITING_CONSENT));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("An application that waits for your consent"));
        }
        return agreed ? give(actor, found.get(), reason.strip()) : refuse(actor, found.get(), reason.strip());
    }

    private Outcome<CaseFile> give(Actor actor, CaseFile file, String reason) {
        Map<String, Object> body = Map.of(
                "requestId", Checks.scopedRequestId(actor, "consent", file.id()),
                "actor", actor.user(),
                "reason", reason,
                "act", "SHARED_LOCATION",
                "subject", file.value("deviceId"),
                "validUntil",
                        clock.instant()
                                .plus(CONSENT_HOLDS)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        return commands.post(Service.LEDGER, "/v1/approvals", body)
                .then(receipt -> answered(
                        actor,
                        file.with(Map.of("consent", "GIVEN", "approvalId", receipt.fact("approvalId"))),
                        "agreed",
                        reason));
    }

    private Outcome<CaseFile> refuse(Actor actor, CaseFile file, String reason) {
        return answered(actor, file.with("consent", "REFUSED"), "did not agree", reason);
    }

    private Outcome<CaseFile> answered(Actor actor, CaseFile file, String how, String reason) {
        CaseFile back = file.with("consentReason", reason).move(CaseStatus.SUBMITTED, now());
        return saved(back).map(done -> {
            journal.record(
                    actor,
                    "CONSENT",
                    file.value("deviceId"),
                    file.organisation(),
                    "The regulator " + how + " to the shared place.",
                    reason);
            journal.tell(
                    Journal.ISSUING_BODY,
                    "agreed".equals(how) ? "good" : "bad",
                    "The regulator " + how,
                    file.value("deviceId") + ": " + reason,
                    "/app/office/devices/" + file.id());
            return done;
        });
    }

    private Outcome<CaseFile> saved(CaseFile file) {
        return cases.save(file) ? Outcome.done(file) : Outcome.refused(RegisterDevice.overtaken());
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
