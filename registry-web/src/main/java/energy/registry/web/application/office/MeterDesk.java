package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Service;
import energy.registry.web.port.Devices;
import energy.registry.web.port.office.Questions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Files of readings with what was found in them, bytes that were refused, keys, and the rules of plausibility. A
 * generator sees what belongs to its own devices, the offices everything.
 */
public final class MeterDesk {
    /** Largest file of readings: a year of quarter-hours in the wordiest format. */
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;
    /** Formats the door reads; "auto" looks at the first bytes. */
    public static final Set<String> FORMATS =
            Set.of("auto", "statement", "csv", "mrets", "energytag", "greenbutton", "ocmf");

    /** What may come of a finding, by rising gravity. */
    public static final List<String> FINDING_OUTCOMES = List.of("FLAG", "HOLD", "REJECT");

    private static final int ROWS = 50; // a screenful, and half of one

    private final Devices devices;
    private final Questions questions;
    private final Journal journal;

    public MeterDesk(Devices devices, Questions questions, Journal journal) {
        this.devices = devices;
        this.questions = questions;
        this.journal = journal;
    }

    public Outcome<Map<String, Object>> upload(Actor actor, String device, String format, String name, byte[] content) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.GENERATOR, Role.ISSUING_BODY)
                .or(() -> foreign(actor, device))
                .or(() -> unfit(format, name, content));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        String path = "/v1/uploads?device=" + questions.part(device) + "&format=" + format;
        return questions.send(Service.METERS, path, content, actor.user()).map(answer -> {
            journal.record(
                    actor,
                    "READINGS_UPLOADED",
                    device,
                    owner(device),
                    "Uploaded readings of " + device + ": " + answer.get("accepted") + " accepted, "
                            + answer.get("refused") + " refused.",
                    "");
            return answer;
        });
    }

    /** True for a device that is not there for this person. */
    boolean notTheirs(Actor actor, String device) {
        return foreign(actor, device).isPresent();
    }

    private static Optional<Refusal> unfit(String format, String name, byte[] content) {
        if (!FORMATS.contains(format)) {
            return Optional.of(
                    Refusal.invalid("format", format, "Choose a format of the list, or let it be found out."));
        }
        if (content.length == 0 || content.length > FILE_BYTES_MAX) {
            return Optional.of(Refusal.invalid(
                    "file",
                    name,
                    "The file has " + content.length
                            + " bytes. Send at most 8 MiB at a time; several files may follow each other."));
        }
        boolean program = content.length > 1
                && ((content[0] == 'M' && content[1] == 'Z')
                        || (content[0] == 0x7F && content[1] == 'E')
                        || (content[0] == 'P' && content[1] == 'K'));
        return program
                ? Optional.of(
                        Refusal.invalid(
                                "file",
                                name,
                                "It is a program, an archive or a spreadsheet by its first bytes. Export the readings as CSV, XML or JSON."))
                : Optional.empty();
    }

    public Outcome<Map<String, Object>> uploads(Actor actor, String device, String after) {
        return ofDevice(
                actor, device, "/v1/uploads?device=" + questions.part(device) + "&limit=" + ROWS + place(after));
    }

    /** One upload with what was found in it, line by line. */
    public Outcome<Map<String, Object>> upload(Actor actor, String uploadId) {
        Permission.requireSignedIn(actor);
        return questions
                .ask(Service.METERS, "/v1/uploads/" + questions.part(uploadId))
                .orMissing(Refusal.notFound("This upload"))
                .then(answer -> foreign(actor, String.valueOf(answer.get("device")))
                        .<Outcome<Map<String, Object>>>map(refusal -> Outcome.refused(Refusal.notFound("This upload")))
                        .orElseGet(() -> Outcome.done(answer)));
    }

    /** Bytes that were refused and kept; of one device, or all for the offices when it is empty. */
    public Outcome<Map<String, Object>> quarantine(Actor actor, String device, String after) {
        return ofDevice(actor, device, "/v1/quarantine?limit=" + ROWS + named(device) + place(after));
    }

    /** What the rules noticed, newest first; {@code outcome} is one of {@link #FINDING_OUTCOMES}, or empty for all. */
    public Outcome<Map<String, Object>> findings(Actor actor, String device, String outcome, String after) {
        Permission.requireSignedIn(actor);
        if (!outcome.isEmpty() && !FINDING_OUTCOMES.contains(outcome)) {
            return Outcome.refused(Refusal.invalid(
                    "outcome", outcome, "Choose one of " + String.join(", ", FINDING_OUTCOMES) + ", or none for all."));
        }
        String wanted = outcome.isEmpty() ? "" : "&outcome=" + outcome;
        return ofDevice(actor, device, "/v1/findings?limit=" + ROWS + named(device) + wanted + place(after));
    }

    public Outcome<Map<String, Object>> keys(Actor actor, String device, String status) {
        String wanted = status.isEmpty() ? "" : "&status=" + questions.part(status);
        return ofDevice(actor, device, "/v1/keys?limit=" + ROWS + named(device) + wanted);
    }

    /** Open to all who have signed in: a rule that judges must be known. */
    public Outcome<Map<String, Object>> rules(Actor actor) {
        Permission.requireSignedIn(actor);
        return questions.ask(Service.METERS, "/v1/rules");
    }

    private Outcome<Map<String, Object>> ofDevice(Actor actor, String device, String path) {
        Permission.requireSignedIn(actor);
        if (device.isEmpty()) {
            Permission.requireOneOf(actor, Role.ISSUING_BODY, Role.REGULATOR);
            return questions.ask(Service.METERS, path);
        }
        return foreign(actor, device)
                .<Outcome<Map<String, Object>>>map(Outcome::refused)
                .orElseGet(() -> questions.ask(Service.METERS, path));
    }

    private Optional<Refusal> foreign(Actor actor, String device) {
        return devices.find(device).filter(found -> actor.maySee(found.owner())).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.notFound("Device " + device));
    }

    private String owner(String device) {
        return devices.find(device).map(found -> found.owner()).orElse("");
    }

    private String named(String device) {
        return device.isEmpty() ? "" : "&device=" + questions.part(device);
    }

    private String place(String after) {
        return after == null || after.isEmpty() ? "" : "&after=" + questions.part(after);
    }
}
