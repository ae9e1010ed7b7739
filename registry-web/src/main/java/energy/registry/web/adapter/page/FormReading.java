package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.DecimalComma;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
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
    private final Map<String, Worded<String>> errors = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();

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

    /**
     * A number with a decimal point, however it was typed: a page in German is sent with the mark that its numbers
     * have a decimal comma, because 1,234 there is not the 1,234 of an English page.
     */
    public String number(String field) {
        return DecimalComma.plain(text(field), text(DecimalComma.FIELD));
    }

    /** The value, or the remark that names what was typed and the remedy, which is a word of the bundle. */
    public <T> T need(String field, Optional<T> read, T otherwise, String remedy) {
        if (read.isEmpty()) {
            errors.putIfAbsent(field, say -> quoted(field, say) + " " + say.word(remedy));
        }
        return read.orElse(otherwise);
    }

    public String needText(String field, String remedy) {
        if (text(field).isEmpty()) {
            wrong(field, remedy);
        }
        return text(field);
    }

    private String quoted(String field, Display say) {
        return text(field).isEmpty() ? say.word("form.empty") : say.word("form.unfit", text(field));
    }

    /** What is wrong with a field, by its key in the bundle of words. */
    public void wrong(String field, String key) {
        errors.putIfAbsent(field, say -> say.word(key));
    }

    /** Puts a refusal beside the field it is about; {@code fields} maps the command's names to the form's. */
    public void refused(Refusal refusal, Map<String, String> fields) {
        String field = fields.getOrDefault(refusal.field(), WHOLE_FORM);
        if (!errors.containsKey(field)) {
            details.putIfAbsent(field, refusal.detail());
            if (!field.isEmpty()) {
                errors.put(field, say -> quoted(field, say) + " ");
            }
        }
    }

    public boolean valid() {
        return errors.isEmpty() && details.isEmpty();
    }

    public Worded<FormState> state() {
        return say -> {
            Map<String, String> worded = new LinkedHashMap<>();
            errors.forEach((field, error) -> worded.put(field, error.in(say)));
            return new FormState(values, worded, details);
        };
    }
}
