package energy.registry.ledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads a JSON object's fields; what is missing or unfit is refused with its full name, its value and the remedy. */
public final class Fields {
    /** Names, reasons and notes of people, characters. */
    public static final int TEXT_MAX = 512;

    private final String prefix;
    private final JsonNode object;

    private Fields(String prefix, JsonNode object) {
        this.prefix = prefix;
        this.object = object;
    }

    public static Fields of(JsonNode body) {
        if (!body.isObject()) {
            throw new BadRequest("body", body.getNodeType(), "give a JSON object");
        }
        return new Fields("", body);
    }

    /** A request without a body. */
    static Fields none() {
        return new Fields("", MissingNode.getInstance());
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public String text(String name) {
        return text(name, TEXT_MAX);
    }

    public String text(String name, int charactersMax) {
        JsonNode value = present(name);
        if (!value.isTextual()
                || value.textValue().isBlank()
                || value.textValue().length() > charactersMax) {
            throw refuse(name, value, "give a text of 1 to " + charactersMax + " characters");
        }
        return value.textValue();
    }

    public String textOr(String name, String otherwise) {
        return has(name) && !object.get(name).asText().isEmpty() ? text(name) : otherwise;
    }

    public long whole(String name, long min, long max) {
        JsonNode value = present(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || outside(value.longValue(), min, max)) {
            throw refuse(name, value, "give a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    public long wholeOr(String name, long otherwise, long min, long max) {
        return has(name) ? whole(name, min, max) : otherwise;
    }

    public BigDecimal decimal(String name) {
        JsonNode value = present(name);
        if (!value.isNumber()) {
            throw refuse(name, value, "give a number");
        }
        return value.decimalValue();
    }

    public boolean flag(String name) {
        JsonNode value = present(name);
        if (!value.isBoolean()) {
            throw refuse(name, value, "give true or false");
        }
        return value.booleanValue();
    }

    public Instant instant(String name) {
        JsonNode value = present(name);
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeException malformed) {
            throw refuse(name, value, "give a time in UTC such as 2026-01-01T00:00:00Z");
        }
    }

    public byte[] base64(String name, int bytesMax) {
        JsonNode value = present(name);
        try {
            byte[] bytes = Base64.getDecoder().decode(value.asText());
            if (value.isTextual() && bytes.length > 0 && bytes.length <= bytesMax) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw refuse(name, value, "give standard base64");
        }
        throw refuse(name, value, "give 1 to " + bytesMax + " bytes in standard base64");
    }

    public <E extends Enum<E>> E choice(String name, E[] known) {
        JsonNode value = present(name);
        return Arrays.stream(known)
                .filter(constant -> constant.name().equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> refuse(name, value, "give one of " + Arrays.toString(known)));
    }

    public Fields object(String name) {
        JsonNode value = present(name);
        if (!value.isObject()) {
            throw refuse(name, value, "give a JSON object");
        }
        return new Fields(prefix + name + ".", value);
    }

    /** The objects of an array, 1 to {@code max} of them. */
    public List<Fields> objects(String name, int max) {
        List<Fields> found = new ArrayList<>();
        for (JsonNode value : array(name, max)) {
            if (!value.isObject()) {
                throw refuse(name, value, "give JSON objects");
            }
            found.add(new Fields(prefix + name + "[" + found.size() + "].", value));
        }
        return found;
    }

    /** The texts of an array, at most {@code max} of them. */
    public List<String> texts(String name, int max) {
        List<String> found = new ArrayList<>();
        for (JsonNode value : array(name, max)) {
            if (!value.isTextual() || value.textValue().length() > TEXT_MAX * 4) {
                throw refuse(name, value, "give texts");
            }
            found.add(value.textValue());
        }
        return found;
    }

    public BadRequest refuse(String name, Object value, String remedy) {
        return new BadRequest(prefix + name, value, remedy);
    }

    private JsonNode array(String name, int max) {
        JsonNode value = present(name);
        if (!value.isArray() || value.size() > max) {
            throw refuse(name, value.getNodeType() + " of " + value.size(), "give an array of at most " + max);
        }
        return value;
    }

    private JsonNode present(String name) {
        if (!has(name)) {
            throw refuse(name, "", "is missing; give a value");
        }
        return object.get(name);
    }

    private static boolean outside(long number, long min, long max) {
        return number < min || number > max;
    }
}
