package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
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

    /** Where it is done, and its words: {@code upload.advice.<name>}. */
    private record Deed(String href, String name) {
        Task in(Display say) {
            String key = "upload.advice." + name;
            return new Task(href, say.word(key), say.word(key + ".text"));
        }
    }

    private UploadAdvice() {}

    static Worded<List<Task>> of(Map<String, Object> upload) {
        List<Deed> deeds = deeds(upload);
        return say -> deeds.stream().map(deed -> deed.in(say)).toList();
    }

    private static List<Deed> deeds(Map<String, Object> upload) {
        String device = String.valueOf(upload.get("device"));
        Set<String> rules = rules(upload.get("findings"));
        List<Deed> deeds = new ArrayList<>();
        if (number(upload.get("duplicates")) > 0 || rules.stream().anyMatch(KNOWN::contains)) {
            deeds.add(new Deed("/app/my/certificates?device=" + device + "&status=", "accounted"));
        }
        if (rules.contains("STATED_OTHERWISE")) {
            deeds.add(new Deed("/app/acts/correct?subject=" + device, "too-much"));
        }
        if (rules.stream().anyMatch(REGISTER::contains)) {
            deeds.add(new Deed("/app/acts/meter-exchange?subject=" + device, "exchange"));
        }
        if (rules.stream().anyMatch(UNIT::contains)) {
            deeds.add(new Deed("/app/my/uploads?device=" + device, "unit"));
        }
        if (rules.contains("AGENT_NOT_ENROLLED")) {
            deeds.add(new Deed("/app/my/devices/" + device, "signs"));
        }
        if (number(upload.get("accepted")) > 0) {
            deeds.add(new Deed("/app/my/readings", "becomes"));
        }
        return deeds;
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
