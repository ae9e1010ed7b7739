package energy.registry.web.adapter.persistence;

import energy.registry.web.model.HoldingGroup;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holdings summed up by the database. Hours are those of the intervals, not of the bundles they stand in. */
final class HoldingGroups {
    /** Groups shown: years of months, or a fleet of devices. */
    private static final int GROUPS_MAX = 500;

    private static final String LIVE = " where c.owner = :owner and c.status not in " + CertificateEntity.GONE;

    /** Such a bundle counts whole in its hour: its intervals need not be looked at. */
    private static final String WITHIN_ONE_HOUR =
            "(c.end_at <= date_trunc('hour', c.start_at, 'UTC') + interval '1 hour')";

    private static final Map<String, String> QUERIES = Map.of(
            "MONTH",
            "select to_char(c.month, 'YYYY-MM'), '', sum(c.bundles), sum(c.quantity_wh) from certificate_month c" + LIVE
                    + " group by 1 having sum(c.bundles) > 0 order by 1 desc",
            "DEVICE",
            "select c.device_id, max(d.name), sum(c.bundles), sum(c.quantity_wh)"
                    + " from certificate_month c join device d on d.device_id = c.device_id" + LIVE
                    + " group by 1 having sum(c.bundles) > 0 order by 4 desc, 1",
            "HOUR",
            "select lpad(cast(hour as text), 2, '0'), '', sum(bundles), sum(wh) from ("
                    + "select c.start_hour as hour, count(*) as bundles, sum(c.serial_to - c.serial_from) as wh"
                    + " from certificate c" + LIVE + " and " + WITHIN_ONE_HOUR + " group by 1"
                    + " union all select cast(extract(hour from i.start_at at time zone 'UTC') as smallint),"
                    + " count(distinct c.certificate_id), sum(i.serial_to - i.serial_from)"
                    + " from certificate c join certificate_interval i on i.certificate_id = c.certificate_id" + LIVE
                    + " and not " + WITHIN_ONE_HOUR + " group by 1) parts group by hour order by hour");

    private HoldingGroups() {}

    static List<HoldingGroup> of(EntityManager entities, String owner, String by) {
        String query = QUERIES.get(by);
        List<HoldingGroup> groups = new ArrayList<>();
        if (query != null) {
            for (Object row : entities.createNativeQuery(query)
                    .setParameter("owner", owner)
                    .setMaxResults(GROUPS_MAX)
                    .getResultList()) {
                Object[] cells = (Object[]) row;
                groups.add(new HoldingGroup(
                        String.valueOf(cells[0]),
                        String.valueOf(cells[1]),
                        FigureStore.number(cells[2]),
                        FigureStore.number(cells[3])));
            }
        }
        return groups;
    }
}
