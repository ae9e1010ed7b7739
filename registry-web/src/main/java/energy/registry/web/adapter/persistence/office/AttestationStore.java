package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.office.AttestationRow;
import energy.registry.web.port.office.Attestations;
import java.time.Instant;
import java.util.List;

/** The dates stand in the devices' records on the ledger; here they are only put in order. */
public final class AttestationStore implements Attestations {
    private static final String DUE =
            """
            select d.device_id, d.name, d.owner, coalesce(a.name, d.owner), d.status,
                   cast(extract(epoch from d.attestation_due) as bigint)
            from device d left join account a on a.account_id = d.owner
            where d.attestation_due is not null and d.status <> 'RETIRED' and (:owner = '' or d.owner = :owner)
            order by d.attestation_due, d.device_id""";

    private final Database database;

    public AttestationStore(Database database) {
        this.database = database;
    }

    @Override
    public List<AttestationRow> due(String owner, int rows) {
        return database.read(entities -> {
            List<?> found = entities.createNativeQuery(DUE, Object[].class)
                    .setParameter("owner", owner)
                    .setMaxResults(rows)
                    .getResultList();
            return found.stream().map(AttestationStore::row).toList();
        });
    }

    private static AttestationRow row(Object found) {
        Object[] cells = (Object[]) found;
        return new AttestationRow(
                (String) cells[0],
                (String) cells[1],
                (String) cells[2],
                (String) cells[3],
                (String) cells[4],
                Instant.ofEpochSecond(((Number) cells[5]).longValue()));
    }
}
