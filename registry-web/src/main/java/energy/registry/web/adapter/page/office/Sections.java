package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.application.office.DeviceForm;
import energy.registry.web.application.office.DeviceStep;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.Choice;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An application's answers, section by section, for reading. */
public record Sections(String title, String slug, List<Fact> facts) {
    static List<Sections> of(CaseFile file) {
        List<Sections> sections = new ArrayList<>();
        for (DeviceStep step : DeviceStep.values()) {
            List<Fact> facts = facts(DeviceForm.fields(step, file.values()), file.values());
            if (!facts.isEmpty()) {
                sections.add(new Sections(step.title(), step.slug(), facts));
            }
        }
        return sections;
    }

    static List<Fact> facts(List<Field> fields, Map<String, String> values) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : fields) {
            String value = values.getOrDefault(field.name(), "");
            if (!value.isEmpty()) {
                facts.add(new Fact(field.label(), said(field, value)));
            } else if (field.required()) {
                facts.add(new Fact(field.label(), "–"));
            }
        }
        return facts;
    }

    private static String said(Field field, String value) {
        if (field.kind() == FieldKind.TICK) {
            return "yes".equals(value) ? "Yes" : "–";
        }
        String words = field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
        return field.unit().isEmpty() ? words : words + " " + field.unit();
    }
}
