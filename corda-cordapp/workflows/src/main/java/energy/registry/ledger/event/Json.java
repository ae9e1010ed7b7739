package energy.registry.ledger.event;

import java.math.BigDecimal;
import java.util.List;

/** Writes JSON objects of the few shapes that events have, fields in the order given. */
final class Json {
    private final StringBuilder out = new StringBuilder("{");

    Json text(String name, String value) {
        name(name);
        quote(value);
        return this;
    }

    Json number(String name, long value) {
        name(name).append(value);
        return this;
    }

    Json truth(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    /** Millionths of a degree as degrees. */
    Json degrees(String name, int microDegrees) {
        name(name).append(BigDecimal.valueOf(microDegrees, 6).toPlainString());
        return this;
    }

    Json object(String name, Json value) {
        name(name).append(value);
        return this;
    }

    Json objects(String name, List<Json> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",").append(values.get(i));
        }
        out.append(']');
        return this;
    }

    Json texts(String name, List<String> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ",");
            quote(values.get(i));
        }
        out.append(']');
        return this;
    }

    private StringBuilder name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        quote(name);
        return out.append(':');
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out + "}";
    }
}
