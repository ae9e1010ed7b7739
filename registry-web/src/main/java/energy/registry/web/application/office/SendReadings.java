package energy.registry.web.application.office;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a file of readings to the device it speaks of, or, where it speaks of several, each part to its own. */
public final class SendReadings {
    /** Devices of one file: each is checked by itself while the sender waits. */
    public static final int DEVICES_MAX = 40;

    private final MeterDesk desk;

    public SendReadings(MeterDesk desk) {
        this.desk = desk;
    }

    /** What became of each part, as the meter service tells it; a file that names no device belongs to the chosen one. */
    public Outcome<List<Map<String, Object>>> send(
            Actor actor, String chosen, String format, String name, byte[] content) {
        Map<String, byte[]> parts = content.length > MeterDesk.FILE_BYTES_MAX ? Map.of() : ReadingsTable.parts(content);
        if (parts.size() < 2) {
            return desk.upload(actor, chosen, format, name, content).map(List::of);
        }
        Optional<Refusal> refusal = tooMany(name, parts).or(() -> foreign(actor, parts));
        return refusal.<Outcome<List<Map<String, Object>>>>map(Outcome::refused)
                .orElseGet(() -> each(actor, format, name, parts));
    }

    private Outcome<List<Map<String, Object>>> each(
            Actor actor, String format, String name, Map<String, byte[]> parts) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Outcome<Map<String, Object>> sent = desk.upload(actor, part.getKey(), format, name, part.getValue());
            if (!sent.isDone()) {
                return sent.map(List::of);
            }
            sent.result().ifPresent(answers::add);
        }
        return Outcome.done(answers);
    }

    private static Optional<Refusal> tooMany(String name, Map<String, byte[]> parts) {
        return parts.size() <= DEVICES_MAX
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "file",
                        name,
                        "It speaks of " + parts.size() + " devices. Send at most " + DEVICES_MAX
                                + " in one file; several files may follow each other."));
    }

    /** Before anything is taken, so that a file is never half in. */
    private Optional<Refusal> foreign(Actor actor, Map<String, byte[]> parts) {
        return parts.keySet().stream()
                .filter(device -> desk.notTheirs(actor, device))
                .findFirst()
                .map(device -> Refusal.invalid(
                        "file",
                        device,
                        "It names “" + device
                                + "”, which is no device of your organisation. Take its rows out, or write"
                                + " the device id as it stands under My devices. Nothing of the file was taken."));
    }
}
