package energy.registry.web.adapter.page.view;

import java.util.Map;

/**
 * What somebody typed into a form, and what is wrong with it, by field name; the words name the value and the
 * remedy.
 *
 * @param errors what is wrong, in the reader's language
 * @param details what else the registry answered about it, in English
 */
public record FormState(Map<String, String> values, Map<String, String> errors, Map<String, String> details) {
    public FormState {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
        details = Map.copyOf(details);
    }

    /** With nothing to add to the errors. */
    public FormState(Map<String, String> values, Map<String, String> errors) {
        this(values, errors, Map.of());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return value(field).equals(value);
    }

    public boolean wrong(String field) {
        return errors.containsKey(field) || details.containsKey(field);
    }

    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public String detail(String field) {
        return details.getOrDefault(field, "");
    }

    /** The whole of what is wrong with a field. */
    public String remark(String field) {
        return error(field) + detail(field);
    }

    public boolean valid() {
        return errors.isEmpty() && details.isEmpty();
    }
}
