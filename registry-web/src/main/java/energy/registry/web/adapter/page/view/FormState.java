package energy.registry.web.adapter.page.view;

import java.util.Map;

/**
 * What somebody typed into a form, and what is wrong with it, by field name; the words name the value and the
 * remedy.
 */
public record FormState(Map<String, String> values, Map<String, String> errors) {
    public FormState {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return value(field).equals(value);
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public boolean valid() {
        return errors.isEmpty();
    }
}
