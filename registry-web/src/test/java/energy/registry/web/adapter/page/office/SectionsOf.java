package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Field;
import java.util.List;
import java.util.Map;

/** Opens a page's own arrangement of answers to the samples. */
public final class SectionsOf {
    private SectionsOf() {}

    public static Worded<List<Sections>> file(CaseFile file) {
        return Sections.of(file);
    }

    public static Worded<List<Fact>> facts(List<Field> fields, Map<String, String> answers) {
        return Sections.facts(fields, answers);
    }
}
