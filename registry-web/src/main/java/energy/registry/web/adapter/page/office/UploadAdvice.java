package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.view.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do next about a file of readings, from the rules that its findings name. */
final class UploadAdvice {
    private static final Set<String> KNOWN =
            Set.of("STATED_OTHERWISE", "TIME_PASSED", "INTERVAL_ALREADY_ISSUED", "INTERVAL_OVERLAP");
    private static final Set<String> REGISTER = Set.of("REGISTER_FALLS", "REGISTER_DISCONTINUITY", "EPOCH_NOT_OPEN");
    private static final Set<String> UNIT = Set.of("CAPACITY_EXCEEDED", "UNIT_UNKNOWN", "ENERGY_NEGATIVE");

    private UploadAdvice() {}

    static List<Task> of(Map<String, Object> upload) {
        String device = String.valueOf(upload.get("device"));
        Set<String> rules = rules(upload.get("findings"));
        List<Task> tasks = new ArrayList<>();
        if (number(upload.get("duplicates")) > 0 || rules.stream().anyMatch(KNOWN::contains)) {
            tasks.add(new Task(
                    "/app/my/certificates?device=" + device + "&status=",
                    "These times are accounted for already",
                    "Nothing has to be sent again. Look at the certificates that exist for them."));
        }
        if (rules.contains("STATED_OTHERWISE")) {
            tasks.add(new Task(
                    "/app/acts/correct?subject=" + device,
                    "The first file said too much",
                    "Have it corrected: the issuing body agrees, and the next intervals pay off what was too much."));
        }
        if (rules.stream().anyMatch(REGISTER::contains)) {
            tasks.add(new Task(
                    "/app/acts/meter-exchange?subject=" + device,
                    "The meter or inverter was replaced",
                    "Have the exchange registered with both registers; then send the file again."));
        }
        if (rules.stream().anyMatch(UNIT::contains)) {
            tasks.add(new Task(
                    "/app/my/uploads?device=" + device,
                    "The unit may be wrong",
                    "More than the device can deliver usually means Wh in a column of kWh. Put the file right, and send it"
                            + " again: nothing of a refused line was kept as energy."));
        }
        if (rules.contains("AGENT_NOT_ENROLLED")) {
            tasks.add(new Task(
                    "/app/my/devices/" + device,
                    "This meter signs for itself",
                    "Only what it signed counts. Fetch its signed statements from the gateway and send those."));
        }
        if (number(upload.get("accepted")) > 0) {
            tasks.add(new Task(
                    "/app/my/readings",
                    "See what becomes of it",
                    "Each interval is compared with the evidence; certificates appear by themselves."));
        }
        return tasks;
    }

    private static Set<String> rules(Object findings) {
        return findings instanceof Collection<?> found
                ? found.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("rule")))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
