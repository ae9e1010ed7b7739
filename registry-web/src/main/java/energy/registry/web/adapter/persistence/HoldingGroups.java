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

    private static final String LIVE = " where c.owner = :owner and c.status not in ('SUPERSEDED', 'RETIRED')";

    private static final Map<String, String> QUERIES = Map.of(
            "MONTH",
            "select to_char(c.start_at at time zone 'UTC', 'YYYY-MM'), '', count(*), sum(c.serial_to - c.serial_from)"
                    + " from certificate c" + LIVE + " group by 1 order by 1 desc",
            "DEVICE",
            "select c.device_id, max(d.name), count(*), sum(c.serial_to - c.serial_from)"
                    + " from certificate c join device d on d.device_id = c.device_id" + LIVE
                    + " group by 1 order by 4 desc, 1",
            "HOUR",
            "select to_char(i.start_at at time zone 'UTC', 'HH24'), '', count(distinct c.certificate_id),"
                    + " sum(i.serial_to - i.serial_from)"
                    + " from certificate c join certificate_interval i on i.certificate_id = c.certificate_id" + LIVE
                    + " group by 1 order by 1");

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
