package energy.registry.ingest.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.statement.Finding;
import java.util.List;

/** Findings as they stand in their column. */
final class FindingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Finding>> LIST = new TypeReference<>() {};

    private FindingsJson() {}

    static String write(List<Finding> findings) {
        try {
            return findings.isEmpty() ? "[]" : JSON.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings are plain text", e);
        }
    }

    static List<Finding> read(String json) {
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what write() wrote", e);
        }
    }
}
