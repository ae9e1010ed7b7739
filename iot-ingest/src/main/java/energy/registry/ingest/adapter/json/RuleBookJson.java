package energy.registry.ingest.adapter.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.ingest.plausibility.RuleBook;
import energy.registry.ingest.plausibility.RuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule book as JSON. */
public final class RuleBookJson {
    private static final String DELIVERED = "/energy/registry/ingest/plausibility/rules.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RuleBookJson() {}

    /** The rules that come with the service. */
    public static List<RuleDefinition> delivered() {
        try (InputStream in = RuleBookJson.class.getResourceAsStream(DELIVERED)) {
            Map<String, List<RuleDefinition>> read =
                    JSON.readValue(in, new TypeReference<Map<String, List<RuleDefinition>>>() {});
            return List.copyOf(read.get("rules"));
        } catch (IOException e) {
            throw new UncheckedIOException("the delivered rule book is not readable", e);
        }
    }

    /** The delivered rules and those that the issuing body set for single devices. */
    public static RuleBook with(List<RuleDefinition> own) {
        List<RuleDefinition> all = new ArrayList<>(delivered());
        all.addAll(own);
        return new RuleBook(all);
    }
}
