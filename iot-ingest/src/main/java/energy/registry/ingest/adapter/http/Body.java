package energy.registry.ingest.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.ingest.adapter.json.Wire;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A JSON body, field by field; what is missing or has the wrong form is named. */
final class Body {
    /** Longest text of a field, characters. */
    private static final int TEXT_CHARS_MAX = 500;

    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    static Body of(Request request) {
        return new Body(Wire.read(request.body()));
    }

    Body object(String field) {
        JsonNode inner = json.path(field);
        if (!inner.isObject()) {
            throw new IllegalArgumentException(field + ": expected an object");
        }
        return new Body(inner);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    JsonNode json() {
        return json;
    }

    String text(String field) {
        String value = json.path(field).asText("").replaceAll("\\p{Cntrl}", " ").strip();
        if (value.isEmpty() || value.length() > TEXT_CHARS_MAX) {
            throw new IllegalArgumentException(field + ": give 1 to " + TEXT_CHARS_MAX + " characters");
        }
        return value;
    }

    String text(String field, String usual) {
        return has(field) ? text(field) : usual;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String value = text(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                field + ": '" + value + "' is none of " + Arrays.toString(type.getEnumConstants()));
    }

    int whole(String field, int usual, int min, int max) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isIntegralNumber() || value.asLong() < min || value.asLong() > max) {
            throw new IllegalArgumentException(field + ": '" + value.asText() + "'; give " + min + " to " + max);
        }
        return value.asInt();
    }

    /** A whole number that is not negative. */
    long wholeLong(String field) {
        JsonNode value = json.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException(field + ": '" + value + "' is no whole number from 0 on");
        }
        return value.asLong();
    }

    /** A list of whole numbers that are not negative. */
    long[] wholes(String field, int max) {
        JsonNode list = json.path(field);
        if (!list.isArray() || list.isEmpty() || list.size() > max) {
            throw new IllegalArgumentException(field + ": expected a list of 1 to " + max + " whole numbers");
        }
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode each = list.path(i);
            if (!each.isIntegralNumber() || !each.canConvertToLong() || each.asLong() < 0) {
                throw new IllegalArgumentException(field + ": '" + each + "' is no whole number from 0 on");
            }
            values[i] = each.asLong();
        }
        return values;
    }

    Instant instant(String field) {
        String value = text(field);
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    field + ": '" + value + "' is no UTC instant like 2026-01-31T12:00:00Z", e);
        }
    }

    Instant instantOrNull(String field) {
        return has(field) ? instant(field) : null;
    }

    byte[] base64(String field) {
        try {
            return Base64.getDecoder().decode(json.path(field).asText(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": this is not base64", e);
        }
    }
}
