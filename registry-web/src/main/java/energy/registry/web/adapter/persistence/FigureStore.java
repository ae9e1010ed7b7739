package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AttributesSold;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.Totals;
import energy.registry.web.port.Figures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Sums computed by the database, kept until the next event is applied. */
public final class FigureStore implements Figures {
    private static final String CERTIFICATE_SUMS =
            """
            select coalesce(sum(bundles) filter (where status <> 'SUPERSEDED'), 0),
                   coalesce(sum(quantity_wh) filter (where issued), 0),
                   coalesce(sum(quantity_wh) filter (where status not in :gone), 0),
                   coalesce(sum(quantity_wh) filter (where status = 'OFFERED'), 0),
                   coalesce(sum(quantity_wh) filter (where status = 'RETIRED'), 0)
            from certificate_day"""
                    .replace(":gone", CertificateEntity.GONE);

    private static final String COUNTS =
            """
            select (select count(*) from device where :owner = '' or owner = :owner),
                   coalesce((select rows from ledger_count where kind = 'RETIREMENT' and account = :owner), 0),
                   coalesce((select rows from ledger_count where kind = 'TRADE' and account = :owner), 0)""";

    private static final String DAYS =
            """
            select day,
                   coalesce(sum(quantity_wh) filter (where issued), 0),
                   coalesce(sum(quantity_wh) filter (where status = 'RETIRED'), 0)
            from certificate_day%s
            group by day having sum(bundles) > 0 order by day desc limit :days""";

    private static final String ATTRIBUTES =
            """
            select c.device_id,
                   coalesce(sum(c.quantity_wh) filter (where c.status not in :gone and c.owner = d.owner), 0),
                   coalesce(sum(c.quantity_wh) filter (where c.status not in :gone and c.owner <> d.owner), 0),
                   coalesce(sum(c.quantity_wh) filter (where c.status = 'RETIRED'), 0)
            from certificate_month c join device d on d.device_id = c.device_id
            where c.status <> 'SUPERSEDED' and c.device_id in (:devices)
            group by c.device_id"""
                    .replace(":gone", CertificateEntity.GONE);

    private final Database database;
    private final KeptAnswers kept;

    /** Asks at once whatever it costs. */
    public FigureStore(Database database) {
        this(database, Runnable::run);
    }

    /** {@code behind} asks anew what is dear, while the old answer is shown. */
    public FigureStore(Database database, Executor behind) {
        this.database = database;
        this.kept = new KeptAnswers(
                () -> database.read(entities -> entities.find(ProjectionEntity.class, ProjectionEntity.ONLY).lastSeq),
                behind,
                System::nanoTime);
    }

    @Override
    public Totals totals(String accountId) {
        return kept.get("totals " + accountId, Totals.class, () -> database.read(entities -> sum(entities, accountId)));
    }

    @Override
    public AuditFigures audit() {
        return kept.get("audit", AuditFigures.class, () -> database.read(AuditQuery::run));
    }

    @Override
    public List<DailyEnergy> daily(String accountId, int days) {
        return database.read(entities -> {
            List<DailyEnergy> found = new ArrayList<>();
            boolean all = accountId.isEmpty();
            Query query = entities.createNativeQuery(DAYS.formatted(all ? "" : " where owner = :owner"))
                    .setParameter("days", days);
            if (!all) {
                query.setParameter("owner", accountId);
            }
            for (Object row : query.getResultList()) {
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

    private static Totals sum(EntityManager entities, String accountId) {
        boolean all = accountId.isEmpty();
        String where = all ? "" : " where owner = :owner";
        var query = entities.createNativeQuery(CERTIFICATE_SUMS + where);
        if (!all) {
            query.setParameter("owner", accountId);
        }
        Object[] sums = (Object[]) query.getSingleResult();
        Object[] counts = (Object[]) entities.createNativeQuery(COUNTS)
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
