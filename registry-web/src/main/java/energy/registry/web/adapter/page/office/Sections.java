package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
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
    static Worded<List<Sections>> of(CaseFile file) {
        return say -> {
            List<Sections> sections = new ArrayList<>();
            for (DeviceStep step : DeviceStep.values()) {
                List<Fact> facts = facts(DeviceForm.fields(step, file.values()), file.values())
                        .in(say);
                if (!facts.isEmpty()) {
                    sections.add(new Sections(say.sentence(step.title()), step.slug(), facts));
                }
            }
            return sections;
        };
    }

    static Worded<List<Fact>> facts(List<Field> fields, Map<String, String> values) {
        return say -> {
            List<Fact> facts = new ArrayList<>();
            for (Field field : fields) {
                String value = values.getOrDefault(field.name(), "");
                if (!value.isEmpty()) {
                    facts.add(new Fact(say.sentence(field.label()), said(field, value, say)));
                } else if (field.required()) {
                    facts.add(new Fact(say.sentence(field.label()), "–"));
                }
            }
            return facts;
        };
    }

    /** An answer by its choice is in the reader's language; what somebody wrote stays as it was written. */
    private static String said(Field field, String value, Display say) {
        if (field.kind() == FieldKind.TICK) {
            return "yes".equals(value) ? say.word("form.yes") : "–";
        }
        String words = field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .map(say::sentence)
                .orElseGet(() -> Forms.isDecimal(field) ? say.typedNumber(value, "") : value);
        return field.unit().isEmpty() ? words : words + " " + say.sentence(field.unit());
    }
}
