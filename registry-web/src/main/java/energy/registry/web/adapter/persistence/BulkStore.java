package energy.registry.web.adapter.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import energy.registry.web.model.BulkBatch;
import energy.registry.web.model.BulkPiece;
import energy.registry.web.model.BulkRetirement;
import energy.registry.web.model.CfeScores;
import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.LotItem;
import energy.registry.web.model.RetirementRequest;
import energy.registry.web.port.BulkRetirements;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bulk retirements kept in the database. */
public final class BulkStore implements BulkRetirements {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<BulkPiece>> PIECES = new TypeReference<>() {};
    private static final TypeReference<List<LotItem>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<Plan> PLAN = new TypeReference<>() {};

    private final Database database;

    public BulkStore(Database database) {
        this.database = database;
    }

    /** What is kept as one document. */
    record Plan(List<ConsumptionHour> hours, CfeScores scores, RetirementRequest claim) {}

    @Override
    public void save(BulkRetirement bulk) {
        BulkEntity entity = new BulkEntity();
        entity.bulkId = bulk.bulkId();
        entity.organisation = bulk.organisation();
        entity.createdBy = bulk.createdBy();
        entity.createdAt = bulk.createdAt();
        entity.status = bulk.status();
        entity.consumptionWh = bulk.consumptionWh();
        entity.matchedWh = bulk.matchedWh();
        entity.plan = text(new Plan(bulk.hours(), bulk.scores(), bulk.claim()));
        database.write(entities -> {
            entities.persist(entity);
            for (BulkBatch batch : bulk.batches()) {
                BulkBatchEntity row = new BulkBatchEntity();
                row.key = new BulkBatchEntity.Key(bulk.bulkId(), batch.position());
                row.pieces = text(batch.pieces());
                change(row, batch);
                entities.persist(row);
            }
        });
    }

    private static void change(BulkBatchEntity row, BulkBatch batch) {
        row.sent = text(batch.sent());
        row.status = batch.status();
        row.statementNo = batch.statementNo();
        row.detail = batch.detail();
    }

    @Override
    public Optional<BulkRetirement> find(String organisation, String bulkId) {
        return database.read(entities -> Optional.ofNullable(entities.find(BulkEntity.class, bulkId))
                .filter(bulk -> bulk.organisation.equals(organisation))
                .map(bulk -> row(entities, bulk)));
    }

    @Override
    public List<BulkRetirement> latest(String organisation, int limit) {
        return database.read(entities -> entities.createQuery(
                        "select b from BulkEntity b where b.organisation = :organisation order by b.createdAt desc",
                        BulkEntity.class)
                .setParameter("organisation", organisation)
                .setMaxResults(limit)
                .getResultStream()
                .map(bulk -> row(entities, bulk))
                .toList());
    }

    @Override
    public void confirm(String bulkId, RetirementRequest claim) {
        database.write(entities -> {
            BulkEntity bulk = entities.find(BulkEntity.class, bulkId, LockModeType.PESSIMISTIC_WRITE);
            if (bulk.status.equals("DRAFT")) {
                Plan plan = read(bulk.plan, PLAN);
                bulk.plan = text(new Plan(plan.hours(), plan.scores(), claim));
                bulk.status = "CONFIRMED";
            }
        });
    }

    @Override
    public List<LotItem> fix(String bulkId, int position, List<LotItem> items) {
        List<LotItem> standing = new ArrayList<>();
        database.write(entities -> {
            BulkBatchEntity row = entities.find(
                    BulkBatchEntity.class, new BulkBatchEntity.Key(bulkId, position), LockModeType.PESSIMISTIC_WRITE);
            if (row.status.equals("PLANNED") && !items.isEmpty()) {
                row.sent = text(items);
                row.status = "SENT";
            }
            standing.addAll(read(row.sent, ITEMS));
        });
        return standing;
    }

    @Override
    public void finish(String bulkId, BulkBatch batch) {
        database.write(entities -> change(
                entities.find(
                        BulkBatchEntity.class,
                        new BulkBatchEntity.Key(bulkId, batch.position()),
                        LockModeType.PESSIMISTIC_WRITE),
                batch));
    }

    private static BulkRetirement row(EntityManager entities, BulkEntity bulk) {
        Plan plan = read(bulk.plan, PLAN);
        List<BulkBatch> batches = entities.createQuery(
                        "select b from BulkBatchEntity b where b.key.bulkId = :id order by b.key.position",
                        BulkBatchEntity.class)
                .setParameter("id", bulk.bulkId)
                .getResultStream()
                .map(row -> new BulkBatch(
                        row.key.position(),
                        read(row.pieces, PIECES),
                        read(row.sent, ITEMS),
                        row.status,
                        row.statementNo,
                        row.detail))
                .toList();
        return new BulkRetirement(
                bulk.bulkId,
                bulk.organisation,
                bulk.createdBy,
                bulk.createdAt,
                bulk.status,
                plan.hours(),
                plan.scores(),
                plan.claim(),
                batches);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A record of the model can be written as JSON", unwritable);
        }
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A bulk retirement in the database is not readable", broken);
        }
    }
}
