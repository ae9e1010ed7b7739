package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Notice;
import java.util.Set;

/** A word on what was done just before, by the code in the address; the words stand in the bundle. */
final class Notices {
    private static final Set<String> DONE = Set.of(
            "bought",
            "added",
            "offered",
            "cancelled",
            "released",
            "rejected",
            "proposed",
            "accept",
            "reject",
            "limits",
            "decided",
            "recall",
            "removed");

    /** Done by half: it waits for somebody else. */
    private static final String WAITING = "waiting";

    private Notices() {}

    /** Null for a code nobody knows. */
    static Worded<Notice> of(String code) {
        if (!code.equals(WAITING) && !DONE.contains(code)) {
            return null;
        }
        String tone = code.equals(WAITING) ? "hold" : "good";
        return say -> new Notice(tone, say.word("done." + code), say.word("done." + code + ".text"));
    }
}
