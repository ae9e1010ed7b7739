package energy.registry.web.model.office;

import java.util.Arrays;
import java.util.List;

/** A question of a form: its name, what it is called, what helps to answer it, and what an answer may be. */
public record Field(
        String name, String label, String hint, FieldKind kind, boolean required, List<Choice> choices, String unit) {
    public Field {
        choices = List.copyOf(choices);
    }

    public static Field of(FieldKind kind, String name, String label, String hint) {
        return new Field(name, label, hint, kind, true, List.of(), "");
    }

    public static Field line(String name, String label, String hint) {
        return of(FieldKind.LINE, name, label, hint);
    }

    /** {@code answers} are pairs "VALUE=What it says". */
    public static Field choice(String name, String label, String hint, String... answers) {
        List<Choice> choices = Arrays.stream(answers)
                .map(answer -> answer.split("=", 2))
                .map(pair -> new Choice(pair[0], pair[1]))
                .toList();
        return new Field(name, label, hint, FieldKind.CHOICE, true, choices, "");
    }

    /** The reason that every act of an office needs. */
    public static Field reason(String hint) {
        return of(FieldKind.AREA, "reason", "Reason", hint);
    }

    public Field optional() {
        return new Field(name, label, hint, kind, false, choices, unit);
    }

    public Field in(String unitName) {
        return new Field(name, label, hint, kind, required, choices, unitName);
    }
}
