package energy.registry.web.adapter.persistence;

import energy.registry.web.model.AuditFigures;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The audit's questions: does any Wh or any moment of a device appear twice, and does every issued Wh still have its place? */
final class AuditQuery {
    /** Findings named at most: one is already an alarm. */
    private static final int FINDINGS_MAX = 100;

    private static final String SERIAL_OVERLAPS =
            """
            select 'Device ' || device_id || ': ' || certificate_id || ' begins at Wh ' || serial_from
                   || ' but the bundle before it ends at ' || before
            from (select device_id, certificate_id, serial_from,
                         max(serial_to) over (partition by device_id order by serial_from, serial_to
                                              rows between unbounded preceding and 1 preceding) as before
                  from certificate where status <> 'SUPERSEDED') ordered
            where before > serial_from order by 1 limit :rows""";

    private static final String TIME_OVERLAPS =
            """
            select 'Device ' || device_id || ': ' || certificate_id || ' counts from ' || start_at
                   || ' but that time was certified until ' || before
            from (select c.device_id, c.certificate_id, i.start_at,
                         max(i.end_at) over (partition by c.device_id order by i.start_at, i.end_at
                                             rows between unbounded preceding and 1 preceding) as before
                  from certificate c join certificate_interval i on i.certificate_id = c.certificate_id
                  where c.issued) ordered
            where before > start_at order by 1 limit :rows""";

    private static final String IMBALANCES =
            """
            select 'Device ' || device_id || ': ' || issued_wh || ' Wh issued, ' || placed_wh || ' Wh live or retired'
            from (select device_id,
                         coalesce(sum(serial_to - serial_from) filter (where issued), 0) as issued_wh,
                         coalesce(sum(serial_to - serial_from) filter (where status <> 'SUPERSEDED'), 0) as placed_wh
                  from certificate group by device_id) sums
            where issued_wh <> placed_wh order by 1 limit :rows""";

    private static final String SUMS =
            """
            select (select count(*) from device),
                   count(*) filter (where status <> 'SUPERSEDED'),
                   coalesce(sum(serial_to - serial_from) filter (where issued), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status not in :gone), 0),
                   coalesce(sum(serial_to - serial_from) filter (where status = 'RETIRED'), 0)
            from certificate"""
                    .replace(":gone", CertificateEntity.GONE);

    private AuditQuery() {}

    static AuditFigures run(EntityManager entities) {
        ProjectionEntity position = entities.find(ProjectionEntity.class, ProjectionEntity.ONLY);
        List<String> overlaps = new java.util.ArrayList<>(sentences(entities, SERIAL_OVERLAPS));
        overlaps.addAll(sentences(entities, TIME_OVERLAPS));
        List<String> imbalances = sentences(entities, IMBALANCES);
        Object[] sums = (Object[]) entities.createNativeQuery(SUMS).getSingleResult();
        return new AuditFigures(
                overlaps.isEmpty() && imbalances.isEmpty(),
                FigureStore.number(sums[0]),
                FigureStore.number(sums[1]),
                FigureStore.number(sums[2]),
                FigureStore.number(sums[3]),
                FigureStore.number(sums[4]),
                overlaps,
                imbalances,
                position.lastSeq,
                position.appliedAt);
    }

    private static List<String> sentences(EntityManager entities, String query) {
        return entities.createNativeQuery(query, String.class)
                .setParameter("rows", FINDINGS_MAX)
                .getResultStream()
                .map(String.class::cast)
                .toList();
    }
}
