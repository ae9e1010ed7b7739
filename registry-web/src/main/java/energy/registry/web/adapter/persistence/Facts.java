package energy.registry.web.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An event's data, read field by field. A missing mandatory field means the feed is not ours: that stops the projection. */
final class Facts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonNode node;

    private Facts(JsonNode node) {
        this.node = node;
    }

    static Facts of(String json) {
        try {
            return new Facts(JSON.readTree(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The feed's event data is not JSON: " + json, broken);
        }
    }

    static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, MAP);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The stored event data is not JSON: " + json, broken);
        }
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalStateException("The feed's event lacks " + field + ": " + node);
        }
        return value.asText();
    }

    String textOr(String field, String otherwise) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
    }

    long number(String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new IllegalStateException("The feed's event lacks the number " + field + ": " + node);
        }
        return value.longValue();
    }

    long numberOr(String field, long otherwise) {
        return node.path(field).isNumber() ? node.path(field).longValue() : otherwise;
    }

    BigDecimal decimal(String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : BigDecimal.ZERO;
    }

    Instant instant(String field) {
        return Instant.parse(text(field));
    }

    /** Null when absent. A bare date is the start of that UTC day. */
    Instant instantOrNull(String field) {
        String text = textOr(field, "");
        if (text.isEmpty()) {
            return null;
        }
        return text.indexOf('T') < 0 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
    }

    /** Null when absent. */
    LocalDate dateOrNull(String field) {
        String text = textOr(field, "");
        return text.isEmpty() ? null : LocalDate.parse(text.substring(0, "yyyy-MM-dd".length()));
    }

    Facts part(String field) {
        return new Facts(node.path(field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    List<Facts> parts(String field) {
        List<Facts> parts = new ArrayList<>();
        node.path(field).forEach(part -> parts.add(new Facts(part)));
        return parts;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(part -> texts.add(part.isTextual() ? part.asText() : part.toString()));
        return texts;
    }
}
