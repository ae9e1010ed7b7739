package energy.registry.ingest.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.claim.Reason;
import java.util.List;

/** Reasons as they stand in their column. */
final class ReasonsJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    private ReasonsJson() {}

    static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons are plain text", e);
        }
    }

    static List<Reason> read(String json) {
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the column holds what write() wrote", e);
        }
    }
}
