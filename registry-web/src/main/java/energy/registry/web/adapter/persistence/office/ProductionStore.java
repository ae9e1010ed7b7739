package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.office.ProducedRow;
import energy.registry.web.port.office.Production;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Sums of issued intervals; an interval belongs to the hour in which it begins, a bundle to the month, in UTC. */
public final class ProductionStore implements Production {
    private static final String MONTHS =
            """
            select to_char(c.month, 'YYYY-MM') as period, d.device_id, d.name,
                   cast(sum(c.quantity_wh) as bigint), cast(sum(c.bundles) as bigint)
            from device d join certificate_month c on c.device_id = d.device_id
            where c.issued and d.owner = :owner
            group by 1, d.device_id, d.name having sum(c.bundles) > 0 order by 1 desc, d.device_id""";

    /** A bundle never reaches over midnight UTC, so that those of a day are found by their own start. */
    private static final String HOURS =
            """
            select to_char(i.start_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:00"Z"') as period, d.device_id, d.name,
                   cast(sum(i.serial_to - i.serial_from) as bigint), count(distinct c.certificate_id)
            from device d
            join certificate c on c.device_id = d.device_id and c.start_at >= :from and c.start_at < :until
            join certificate_interval i on i.certificate_id = c.certificate_id
            where c.issued and d.owner = :owner
            group by 1, d.device_id, d.name order by 1, d.device_id""";

    private final Database database;

    public ProductionStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ProducedRow> months(String owner, int rows) {
        return rows(MONTHS, Map.of("owner", owner), rows);
    }

    @Override
    public List<ProducedRow> hours(String owner, LocalDate day, int rows) {
        return rows(
                HOURS,
                Map.of(
                        "owner", owner,
                        "from", day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        "until", day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                rows);
    }

    private List<ProducedRow> rows(String sql, Map<String, Object> values, int rows) {
        return database.read(entities -> {
            var query = entities.createNativeQuery(sql, Object[].class);
            values.forEach(query::setParameter);
            List<?> found = query.setMaxResults(rows).getResultList();
            return found.stream().map(ProductionStore::row).toList();
        });
    }

    private static ProducedRow row(Object found) {
        Object[] cells = (Object[]) found;
        return new ProducedRow(
                (String) cells[0],
                (String) cells[1],
                (String) cells[2],
                ((Number) cells[3]).longValue(),
                ((Number) cells[4]).longValue());
    }
}
