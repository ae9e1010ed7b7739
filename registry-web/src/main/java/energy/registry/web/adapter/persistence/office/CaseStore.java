package energy.registry.web.adapter.persistence.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.persistence.Conditions;
import energy.registry.web.adapter.persistence.Cursor;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseKind;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.port.office.CaseFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Cases in the database. */
public final class CaseStore implements CaseFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final Database database;

    public CaseStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean open(CaseFile file) {
        return changed(
                "insert into case_file (kind, id, organisation, status, content, created_by, created_at, changed_at, version)"
                        + " values (:kind, :id, :organisation, :status, :content, :createdBy, :createdAt, :changedAt, 0)"
                        + " on conflict do nothing",
                Map.of(
                        "kind", file.kind().name(),
                        "id", file.id(),
                        "organisation", file.organisation(),
                        "status", file.status().name(),
                        "content", json(file.values()),
                        "createdBy", file.createdBy(),
                        "createdAt", file.createdAt(),
                        "changedAt", file.changedAt()));
    }

    @Override
    public Optional<CaseFile> find(CaseKind kind, String id) {
        return database.read(
                entities -> Optional.ofNullable(entities.find(CaseEntity.class, new CaseEntity.Key(kind.name(), id)))
                        .map(CaseStore::file));
    }

    @Override
    public boolean save(CaseFile file) {
        return changed(
                "update case_file set organisation = :organisation, status = :status, content = :content,"
                        + " changed_at = :changedAt, version = version + 1"
                        + " where kind = :kind and id = :id and version = :version",
                Map.of(
                        "kind", file.kind().name(),
                        "id", file.id(),
                        "organisation", file.organisation(),
                        "status", file.status().name(),
                        "content", json(file.values()),
                        "changedAt", file.changedAt(),
                        "version", file.version()));
    }

    private boolean changed(String sql, Map<String, Object> values) {
        AtomicInteger rows = new AtomicInteger();
        database.write(entities -> {
            var query = entities.createNativeQuery(sql);
            values.forEach(query::setParameter);
            rows.set(query.executeUpdate());
        });
        return rows.get() == 1;
    }

    @Override
    public Slice<CaseFile> list(CaseKind kind, String organisation, Set<CaseStatus> statuses, Window window) {
        Conditions conditions = where(kind, organisation, statuses);
        Cursor.parse(window.after()).ifPresent(place -> conditions
                .and("e.createdAt <= :at and (e.createdAt < :at or e.key.id < :place)")
                .bind("at", place.instant())
                .bind("place", place.id()));
        return database.read(entities -> {
            List<CaseEntity> found =
                    conditions.list(entities, CaseEntity.class, "e.createdAt desc, e.key.id desc", window.limit() + 1);
            return Cursor.slice(found, window.limit(), e -> Cursor.of(e.createdAt, e.key.id()))
                    .map(CaseStore::file);
        });
    }

    @Override
    public long count(CaseKind kind, String organisation, Set<CaseStatus> statuses) {
        return database.read(entities -> {
            var query = entities.createQuery(
                    "select count(e) from CaseEntity e where e.key.kind = :kind"
                            + " and (:organisation = '' or e.organisation = :organisation) and e.status in :statuses",
                    Long.class);
            return query.setParameter("kind", kind.name())
                    .setParameter("organisation", organisation)
                    .setParameter("statuses", names(statuses))
                    .getSingleResult();
        });
    }

    private static Conditions where(CaseKind kind, String organisation, Set<CaseStatus> statuses) {
        return new Conditions()
                .when("e.key.kind = :kind", "kind", kind.name())
                .when("e.organisation = :organisation", "organisation", organisation)
                .when("e.status in :statuses", "statuses", names(statuses));
    }

    private static List<String> names(Set<CaseStatus> statuses) {
        return statuses.stream().map(Enum::name).sorted().toList();
    }

    private static CaseFile file(CaseEntity e) {
        return new CaseFile(
                CaseKind.valueOf(e.key.kind()),
                e.key.id(),
                e.organisation,
                CaseStatus.valueOf(e.status),
                answers(e.content),
                e.createdBy,
                e.createdAt,
                e.changedAt,
                e.version);
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(values));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Text can always be written as JSON", broken);
        }
    }

    private static Map<String, String> answers(String json) {
        try {
            return JSON.readValue(json, ANSWERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored case is not JSON", broken);
        }
    }
}
