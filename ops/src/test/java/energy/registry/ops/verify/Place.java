package energy.registry.ops.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.ops.device.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A place in a bundle whose text is base64 or hexadecimal; gives the bundle with another value there. */
record Place(String path, String text) {
    /** Every such place of a bundle, in its order. */
    static List<Place> of(JsonNode bundle) {
        List<Place> places = new ArrayList<>();
        collect("", bundle, places);
        return places;
    }

    private static void collect(String path, JsonNode node, List<Place> places) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), places));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + i, node.get(i), places);
            }
        } else if (node.isTextual() && !path.equals("/format")) {
            places.add(new Place(path, node.asText()));
        }
    }

    boolean isBase() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !List.of("txId", "certificateId", "statementNo").contains(name);
    }

    /** Bytes of the value, or characters where it is no base64. */
    int length() {
        return isBase() ? Base64.getDecoder().decode(text).length : text.length();
    }

    /** The bundle with this text here. */
    String with(ObjectNode bundle, String other) {
        ObjectNode copy = bundle.deepCopy();
        int cut = path.lastIndexOf('/');
        String name = path.substring(cut + 1);
        JsonNode parent = copy.at(path.substring(0, cut));
        if (parent instanceof ObjectNode object) {
            object.put(name, other);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), other);
        }
        return Json.text(copy);
    }

    /** The bundle with one bit of one byte of the value flipped, or one character exchanged. */
    String changed(ObjectNode bundle, int position) {
        if (isBase()) {
            byte[] bytes = Base64.getDecoder().decode(text);
            bytes[position] ^= 1 << position % 8;
            return with(bundle, Json.base(bytes));
        }
        char other = text.charAt(position) == '1' ? '2' : '1';
        return with(bundle, text.substring(0, position) + other + text.substring(position + 1));
    }
}
