package energy.registry.web.model.office;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case: what was written in its forms, and where it stands. {@code version} counts the changes; a change of an older
 * version is refused.
 */
public record CaseFile(
        CaseKind kind,
        String id,
        String organisation,
        CaseStatus status,
        Map<String, String> values,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        long version) {
    public CaseFile {
        values = Map.copyOf(values);
    }

    public static CaseFile open(
            CaseKind kind, String id, String organisation, CaseStatus status, String createdBy, Instant at) {
        return new CaseFile(kind, id, organisation, status, Map.of(), createdBy, at, at, 0);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(CaseStatus asked) {
        return status == asked;
    }

    public CaseFile with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        all.values().removeIf(String::isEmpty);
        return new CaseFile(kind, id, organisation, status, all, createdBy, createdAt, changedAt, version);
    }

    public CaseFile with(String name, String value) {
        return with(Map.of(name, value));
    }

    public CaseFile move(CaseStatus next, Instant at) {
        return new CaseFile(kind, id, organisation, next, values, createdBy, createdAt, at, version);
    }

    public CaseFile of(String otherOrganisation) {
        return new CaseFile(kind, id, otherOrganisation, status, values, createdBy, createdAt, changedAt, version);
    }
}
