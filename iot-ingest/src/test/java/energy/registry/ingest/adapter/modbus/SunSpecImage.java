package energy.registry.ingest.adapter.modbus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.fixture.Recordings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Registers of a SunSpec device, laid out by the published model definitions and not by the code under test. */
final class SunSpecImage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, Integer> registers = new HashMap<>();
    private int next;

    SunSpecImage(int base) {
        next = base;
        put(0x5375);
        put(0x6E53);
    }

    /** Appends a model; points without a value are "not implemented" by their type. */
    SunSpecImage model(int id, Map<String, Number> values) throws IOException {
        JsonNode points = JSON.readTree(Recordings.bytes("sunspec/json/model_" + id + ".json"))
                .path("group")
                .path("points");
        int length = 0;
        for (JsonNode point : points) {
            length += point.path("size").asInt();
        }
        for (JsonNode point : points) {
            String name = point.path("name").asText();
            int size = point.path("size").asInt();
            Number value = name.equals("ID") ? Integer.valueOf(id) : name.equals("L") ? length - 2 : values.get(name);
            String type = point.path("type").asText();
            long bits = value == null ? missing(type, size) : bits(type, value);
            for (int word = size - 1; word >= 0; word--) {
                put(size > 4 ? 0 : (int) (bits >>> 16 * word & 0xFFFF));
            }
        }
        return this;
    }

    private static long bits(String type, Number value) {
        return type.equals("float32") ? Float.floatToRawIntBits(value.floatValue()) & 0xFFFFFFFFL : value.longValue();
    }

    private static long missing(String type, int size) {
        return switch (type) {
            case "int16", "sunssf" -> 0x8000;
            case "int32" -> 0x80000000L;
            case "acc32", "acc64", "acc16", "pad", "string" -> 0;
            case "float32" -> 0x7FC00000;
            default -> size == 1 ? 0xFFFF : size == 2 ? 0xFFFFFFFFL : -1L;
        };
    }

    SunSpecImage end() {
        put(0xFFFF);
        put(0);
        return this;
    }

    private void put(int value) {
        registers.put(next++, value);
    }

    Integer at(int address) {
        return registers.get(address);
    }
}
