package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.encoding.Hex;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The fields of one JSON object, read strictly: exactly the known names, and each value in its one canonical spelling,
 * so that there is no byte in a bundle that may be changed without a link breaking.
 */
final class Fields {
    private final JsonNode node;
    private final String where;
    private final Link link;

    /** @param link broken by what this object gets wrong */
    Fields(JsonNode node, String where, Link link, Set<String> required, Set<String> optional) throws BrokenLink {
        this.node = node;
        this.where = where;
        this.link = link;
        if (!node.isObject()) {
            throw broken("is no object");
        }
        for (String name : required) {
            if (!node.has(name)) {
                throw broken("has no field '" + name + "'");
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!required.contains(name) && !optional.contains(name)) {
                throw broken("has an unknown field '" + name + "'");
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    String text(String name) throws BrokenLink {
        return text(node.path(name), name, link);
    }

    long whole(String name) throws BrokenLink {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw broken("field '" + name + "' is no whole number");
        }
        return value.asLong();
    }

    byte[] bytes(String name, Link breaks) throws BrokenLink {
        return bytes(node.path(name), name, breaks);
    }

    Digest digest(String name, Link breaks) throws BrokenLink {
        String text = text(node.path(name), name, breaks);
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new BrokenLink(breaks, where + "." + name + " is no digest of 64 hexadecimal digits");
        }
        Digest digest = Digest.of(Hex.decode(text));
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        String upper = text.toUpperCase(java.util.Locale.ROOT);
        if (!text.equals(lower) && !text.equals(upper)) {
            throw new BrokenLink(breaks, where + "." + name + " is not written in one case");
        }
        return digest;
    }

    SigningKey key(String name, Link breaks) throws BrokenLink {
        try {
            return SigningKey.of(bytes(name, breaks));
        } catch (IllegalArgumentException e) {
            throw new BrokenLink(breaks, where + "." + name + ": " + e.getMessage());
        }
    }

    /** The elements of an array field, at most {@code max}. */
    List<JsonNode> list(String name, int max) throws BrokenLink {
        JsonNode value = node.path(name);
        if (!value.isArray() || value.size() > max) {
            throw broken("field '" + name + "' is no list of at most " + max);
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    byte[] bytes(JsonNode value, String name, Link breaks) throws BrokenLink {
        String text = text(value, name, breaks);
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase) {
            // reported below
        }
        throw new BrokenLink(breaks, where + "." + name + " is not base64 in its canonical spelling");
    }

    private String text(JsonNode value, String name, Link breaks) throws BrokenLink {
        if (!value.isTextual()) {
            throw new BrokenLink(breaks, where + "." + name + " is no text");
        }
        return value.asText();
    }

    private BrokenLink broken(String problem) {
        return new BrokenLink(link, where + " " + problem);
    }
}
