package energy.registry.web.adapter.page.office;

import energy.registry.web.adapter.page.display.DecimalComma;
import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.office.Field;
import energy.registry.web.model.office.FieldKind;
import energy.registry.web.model.office.Remark;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between a browser's form and the answers of a case. */
final class Forms {
    private Forms() {}

    /** The first value of each field that was sent. */
    static Map<String, String> values(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, all) -> values.put(name, all.isEmpty() || all.get(0) == null ? "" : all.get(0)));
        return values;
    }

    /** The same, with the decimal point in the numbers among these fields, however the page's language writes it. */
    static Map<String, String> values(MultivaluedMap<String, String> sent, List<Field> fields) {
        Map<String, String> values = values(sent);
        String mark = values.remove(DecimalComma.FIELD);
        fields.stream()
                .filter(Forms::isDecimal)
                .forEach(field ->
                        values.computeIfPresent(field.name(), (name, typed) -> DecimalComma.plain(typed, mark)));
        return values;
    }

    static boolean isDecimal(Field field) {
        return field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.MONEY;
    }

    /** What is wrong with it, in English: the page finds the reader's words. */
    static FormState state(Map<String, String> values, List<Remark> remarks) {
        Map<String, String> details = new LinkedHashMap<>();
        remarks.forEach(remark -> details.putIfAbsent(remark.field(), remark.text()));
        return new FormState(values, Map.of(), details);
    }

    /** A refusal beside the field that it names, or above the form. */
    static FormState refused(Map<String, String> values, Outcome<?> outcome, List<Field> fields) {
        Refusal refusal = outcome.whyNot().orElseThrow();
        boolean shown = fields.stream().anyMatch(field -> field.name().equals(refusal.field()));
        return new FormState(values, Map.of(), Map.of(shown ? refusal.field() : "", refusal.detail()));
    }
}
