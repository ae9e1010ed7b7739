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
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.model.office.Remark;
import energy.registry.web.port.office.CaseFiles;
import energy.registry.web.port.office.DeviceFiles;
import energy.registry.web.port.office.Documents;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A generator writes a device's application step by step, keeps it as a draft, submits it, or takes it back. */
public final class RegisterDevice {
    /** Drafts an organisation keeps at a time: a whole park at once, and nobody fills the disk. */
    static final int DRAFTS_MAX = 100;

    private static final Set<CaseStatus> ALL = EnumSet.allOf(CaseStatus.class);
    private static final Set<CaseStatus> OPEN =
            Set.of(CaseStatus.DRAFT, CaseStatus.REFERRED, CaseStatus.SUBMITTED, CaseStatus.AWAITING_CONSENT);
    /** Papers without which nothing is submitted, and what they are called. */
    private static final Map<String, String> NEEDED = Map.of(
            "OWNER_DECLARATION", "the owner's declaration",
            "SINGLE_LINE_DIAGRAM", "the single-line diagram");

    private final CaseFiles cases;
    private final Documents documents;
    private final DeviceFiles devices;
    private final Journal journal;
    private final Clock clock;

    public RegisterDevice(CaseFiles cases, Documents documents, DeviceFiles devices, Journal journal, Clock clock) {
        this.cases = cases;
        this.documents = documents;
        this.devices = devices;
        this.journal = journal;
        this.clock = clock;
    }

    /** A draft as it is stored now, and what is wrong with the step that was sent. */
    public record Saved(CaseFile file, List<Remark> remarks) {}

    public Slice<CaseFile> mine(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty()
                ? Slice.empty()
                : cases.list(CaseKind.DEVICE, actor.organisation(), ALL, window);
    }

    public Optional<CaseFile> find(Actor actor, String id) {
        Permission.requireSignedIn(actor);
        return cases.find(CaseKind.DEVICE, id).filter(file -> actor.belongsTo(file.organisation()));
    }

    /** The same request id again opens nothing new. */
    public Outcome<CaseFile> begin(Actor actor, String requestId) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR)
                .or(() -> Checks.requestId(requestId))
                .or(() -> tooMany(actor));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String id = Checks.scopedRequestId(actor, "device-application", requestId);
        CaseFile fresh =
                CaseFile.open(CaseKind.DEVICE, id, actor.organisation(), CaseStatus.DRAFT, actor.user(), now());
        cases.open(fresh.with(Map.of("emissionFactor", "0", "turbineCount", "1", "blades", "3")));
        return cases.find(CaseKind.DEVICE, id).map(Outcome::done).orElseThrow();
    }

    private Optional<Refusal> tooMany(Actor actor) {
        return cases.count(CaseKind.DEVICE, actor.organisation(), OPEN) < DRAFTS_MAX
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "TOO_MANY_APPLICATIONS",
                        DRAFTS_MAX + " applications are open already: finish or take back one of them first."));
    }

    /** Keeps what was typed, right or wrong, and says what is wrong with it: nobody types a page twice. */
    public Outcome<Saved> save(Actor actor, String id, DeviceStep step, Map<String, String> typed) {
        return editable(actor, id).then(file -> {
            Map<String, String> answers = new LinkedHashMap<>();
            for (Field field : DeviceForm.fields(step, file.values())) {
                answers.put(field.name(), cut(typed.getOrDefault(field.name(), "")));
            }
            CaseFile changed = file.with(answers).move(file.status(), now());
            if (!cases.save(changed)) {
                return Outcome.refused(overtaken());
            }
            return Outcome.done(new Saved(changed, remarks(step, changed)));
        });
    }

    private static String cut(String typed) {
        String plain = typed.strip();
        return plain.length() > FormCheck.AREA_MAX ? plain.substring(0, FormCheck.AREA_MAX) : plain;
    }

    /** Everything that is wrong with a step as it stands. */
    public List<Remark> remarks(DeviceStep step, CaseFile file) {
        if (step == DeviceStep.DOCUMENTS) {
            return missingPapers(file);
        }
        List<Remark> remarks = new ArrayList<>(DeviceChecks.check(step, file.values(), today()));
        for (Neighbour twin : devices.neighbours(file.values())) {
            if (twin.strong()
                    && DeviceForm.fields(step, file.values()).stream()
                            .anyMatch(field -> field.name().equals(twin.shares()))) {
                remarks.add(
                        new Remark(
                                twin.shares(),
                                FormCheck.quoted(file.value(twin.shares())) + "It belongs to " + twin.deviceId() + " ("
                                        + twin.name()
                                        + ") already. A device is registered once: open that one, or, after an exchange, use its guided act “meter exchange”."));
            }
        }
        return remarks;
    }

    private List<Remark> missingPapers(CaseFile file) {
        Set<String> there = new java.util.HashSet<>();
        documents.of(CaseKind.DEVICE, file.id()).forEach(document -> there.add(document.purpose()));
        return NEEDED.entrySet().stream()
                .filter(paper -> !there.contains(paper.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(paper -> new Remark(
                        "documents", "Upload " + paper.getValue() + ": the issuing body cannot decide without it."))
                .toList();
    }

    /** The steps that are not finished, each with its remarks. */
    public Map<DeviceStep, List<Remark>> unfinished(CaseFile file) {
        Map<DeviceStep, List<Remark>> open = new LinkedHashMap<>();
        for (DeviceStep step : DeviceStep.values()) {
            List<Remark> remarks = remarks(step, file);
            if (!remarks.isEmpty()) {
                open.put(step, remarks);
            }
        }
        return open;
    }

    public Outcome<CaseFile> submit(Actor actor, String id) {
        return editable(actor, id).then(file -> {
            Map<DeviceStep, List<Remark>> open = unfinished(file);
            if (!open.isEmpty()) {
                String steps = String.join(
                        ", ", open.keySet().stream().map(DeviceStep::title).toList());
                return Outcome.refused(Refusal.conflict("APPLICATION_INCOMPLETE", "Not finished yet: " + steps + "."));
            }
            String name = file.value("name");
            Outcome<CaseFile> moved = move(file.with("decision", ""), CaseStatus.SUBMITTED);
            return moved.map(done -> {
                journal.record(
                        actor,
                        "DEVICE_SUBMITTED",
                        file.value("deviceId"),
                        "",
                        "Submitted the device " + name + " for registration.",
                        "");
                journal.tell(
                        Journal.ISSUING_BODY,
                        "info",
                        "New device: " + name,
                        actor.organisation() + " asks for " + file.value("deviceId") + " to be registered.",
                        "/app/office/devices/" + id);
                return done;
            });
        });
    }

    public Outcome<CaseFile> takeBack(Actor actor, String id) {
        return own(actor, id).then(file -> {
            if (!OPEN.contains(file.status())) {
                return Outcome.refused(Refusal.conflict(
                        "APPLICATION_DECIDED", "The application is decided already; nothing can be taken back."));
            }
            return move(file, CaseStatus.WITHDRAWN).map(done -> {
                journal.record(
                        actor,
                        "DEVICE_WITHDRAWN",
                        file.value("deviceId"),
                        "",
                        "Took back the application for " + label(file) + ".",
                        "");
                return done;
            });
        });
    }

    private static String label(CaseFile file) {
        return file.value("name").isEmpty() ? "a device" : file.value("name");
    }

    Outcome<CaseFile> editable(Actor actor, String id) {
        return own(actor, id)
                .then(
                        file -> file.status().editable()
                                ? Outcome.done(file)
                                : Outcome.refused(
                                        Refusal.conflict(
                                                "APPLICATION_NOT_OPEN",
                                                "The application is with the issuing body, or decided. It can be changed again when it is referred back.")));
    }

    private Outcome<CaseFile> own(Actor actor, String id) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR);
        return refusal.<Outcome<CaseFile>>map(Outcome::refused).orElseGet(() -> find(actor, id)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("This application"))));
    }

    private Outcome<CaseFile> move(CaseFile file, CaseStatus next) {
        CaseFile moved = file.move(next, now());
        return cases.save(moved) ? Outcome.done(moved) : Outcome.refused(overtaken());
    }

    static Refusal overtaken() {
        return Refusal.conflict(
                "CHANGED_MEANWHILE",
                "Somebody changed this while you looked at it. Open it again and repeat your change.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
