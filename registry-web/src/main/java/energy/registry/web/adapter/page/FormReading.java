package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.view.FormState;
import energy.registry.web.model.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A form as it was sent, gathering what is wrong with it; becomes the state that the page shows again. */
public final class FormReading {
    /** Longest value shown back: longer ones are cut, they are no answers to our questions. */
    private static final int SHOWN_CHARACTERS_MAX = 4_000;

    /** Field of a refusal that belongs to no field of the form. */
    private static final String WHOLE_FORM = "";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    public FormReading(MultivaluedMap<String, String> sent) {
        sent.forEach((name, all) -> values.put(name, all.isEmpty() || all.get(0) == null ? "" : cut(all.get(0))));
    }

    private static String cut(String value) {
        return value.length() > SHOWN_CHARACTERS_MAX ? value.substring(0, SHOWN_CHARACTERS_MAX) : value;
    }

    /** What a field holds when nothing was sent for it. */
    public FormReading suggest(String field, String value) {
        values.putIfAbsent(field, value);
        return this;
    }

    public String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** The value, or the remark that names what was typed and the remedy. */
    public <T> T need(String field, Optional<T> read, T otherwise, String remedy) {
        if (read.isEmpty()) {
            wrong(field, quoted(field) + remedy);
        }
        return read.orElse(otherwise);
    }

    public String needText(String field, String remedy) {
        if (text(field).isEmpty()) {
            wrong(field, remedy);
        }
        return text(field);
    }

    private String quoted(String field) {
        return text(field).isEmpty() ? "This is empty. " : "“" + text(field) + "” cannot be used. ";
    }

    public void wrong(String field, String words) {
        errors.putIfAbsent(field, words);
    }

    /** Puts a refusal beside the field it is about; {@code fields} maps the command's names to the form's. */
    public void refused(Refusal refusal, Map<String, String> fields) {
        String field = fields.getOrDefault(refusal.field(), WHOLE_FORM);
        wrong(field, field.isEmpty() ? refusal.detail() : quoted(field) + refusal.detail());
    }

    public boolean valid() {
        return errors.isEmpty();
    }

    public FormState state() {
        return new FormState(values, errors);
    }
}
