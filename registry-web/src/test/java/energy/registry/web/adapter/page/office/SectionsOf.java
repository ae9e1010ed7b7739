package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.model.office.CaseFile;
import java.util.List;

/** Opens a page's own arrangement of answers to the samples. */
public final class SectionsOf {
    private SectionsOf() {}

    public static Worded<List<Sections>> file(CaseFile file) {
        return Sections.of(file);
    }
}
