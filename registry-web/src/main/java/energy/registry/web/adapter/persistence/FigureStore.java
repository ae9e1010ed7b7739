package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.Totals;
import energy.registry.web.port.Figures;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Sums computed by the database, kept until the next event is applied. */
public final class FigureStore implements Figures {
    /** Answers kept: one per organisation and kind, no more than a busy day has visitors of. */
    private static final int KEPT_MAX = 1_000;

    private static final String CERTIFICATE_SUMS =
            """
            select count(*) filter (where status <> 'SUPERSEDED'),
                   coalesce(sum(serial_to - serial_from) filter (where issued), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status not in ('SUPERSEDED', 'RETIRED')), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status = 'OFFERED'), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status = 'RETIRED'), 0)
            from certificate""";

    private static final String COUNTS =
            """
            select (select count(*) from device where :all or owner = :owner),
                   (select count(*) from retirement where :all or owner = :owner),
                   (select count(*) from trade where :all or seller = :owner or buyer = :owner)""";

    private static final String DAYS =
            """
            select cast(start_at at time zone 'UTC' as date) as day,
                   coalesce(sum(serial_to - serial_from) filter (where issued), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status = 'RETIRED'), 0)
            from certificate where :all or owner = :owner
            group by 1 order by 1 desc limit :days""";

    private static final String ATTRIBUTES =
            """
            select c.device_id,
                   coalesce(sum(c.serial_to - c.serial_from) filter (where c.status <> 'RETIRED' and c.owner = d.owner), 0),
                   coalesce(sum(c.serial_to - c.serial_from) filter (where c.status <> 'RETIRED' and c.owner <> d.owner), 0),
                   coalesce(sum(c.serial_to - c.serial_from) filter (where c.status = 'RETIRED'), 0)
            from certificate c join device d on d.device_id = c.device_id
            where c.status <> 'SUPERSEDED' and c.device_id in (:devices)
            group by c.device_id""";

    private final Database database;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    public FigureStore(Database database) {
        this.database = database;
    }

    /** An answer and the position of the read model it was true at. */
    private record Kept(long seq, Object answer) {}

    @Override
    public Totals totals(String accountId) {
        return fresh("totals " + accountId, Totals.class, () -> database.read(entities -> sum(entities, accountId)));
    }

    @Override
    public AuditFigures audit() {
        return fresh("audit", AuditFigures.class, () -> database.read(AuditQuery::run));
    }

    @Override
    public List<DailyEnergy> daily(String accountId, int days) {
        return database.read(entities -> {
            List<DailyEnergy> found = new ArrayList<>();
            for (Object row : entities.createNativeQuery(DAYS)
                    .setParameter("all", accountId.isEmpty())
                    .setParameter("owner", accountId)
                    .setParameter("days", days)
                    .getResultList()) {
                Object[] cells = (Object[]) row;
                found.add(new DailyEnergy(day(cells[0]), number(cells[1]), number(cells[2])));
            }
            Collections.reverse(found);
            return found;
        });
    }

    @Override
    public Map<String, AttributesSold> attributes(List<String> deviceIds) {
        if (deviceIds.isEmpty()) {
            return Map.of();
        }
        return database.read(entities -> {
            Map<String, AttributesSold> found = new HashMap<>();
            for (Object row : entities.createNativeQuery(ATTRIBUTES)
                    .setParameter("devices", deviceIds)
                    .getResultList()) {
                Object[] cells = (Object[]) row;
                found.put(
                        String.valueOf(cells[0]),
                        new AttributesSold(number(cells[1]), number(cells[2]), number(cells[3])));
            }
            return found;
        });
    }

    private <T> T fresh(String name, Class<T> type, Supplier<T> compute) {
        long seq = database.read(entities -> entities.find(ProjectionEntity.class, ProjectionEntity.ONLY).lastSeq);
        Kept known = kept.get(name);
        if (known != null && known.seq() == seq) {
            return type.cast(known.answer());
        }
        T answer = compute.get();
        if (kept.size() >= KEPT_MAX) {
            kept.clear();
        }
        kept.put(name, new Kept(seq, answer));
        return answer;
    }

    private static Totals sum(EntityManager entities, String accountId) {
        boolean all = accountId.isEmpty();
        String where = all ? "" : " where owner = :owner";
        var query = entities.createNativeQuery(CERTIFICATE_SUMS + where);
        if (!all) {
            query.setParameter("owner", accountId);
        }
        Object[] sums = (Object[]) query.getSingleResult();
        Object[] counts = (Object[]) entities.createNativeQuery(COUNTS)
                .setParameter("all", all)
                .setParameter("owner", accountId)
                .getSingleResult();
        return new Totals(
                number(counts[0]),
                number(sums[0]),
                number(sums[1]),
                number(sums[2]),
                number(sums[3]),
                number(sums[4]),
                number(counts[1]),
                number(counts[2]));
    }

    static long number(Object cell) {
        return ((Number) cell).longValue();
    }

    private static LocalDate day(Object cell) {
        return cell instanceof Date date ? date.toLocalDate() : (LocalDate) cell;
    }
}
