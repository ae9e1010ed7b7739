package energy.registry.web.adapter.persistence.office;

import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.office.Charged;
import energy.registry.web.port.office.Charges;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/** Sums that the database keeps, and a month of retirements: certified by the owner of the device, retired by the account that retired. */
public final class ChargeStore implements Charges {
    private static final String SUMS =
            """
            select a.account_id, a.name, coalesce(i.wh, 0), coalesce(r.wh, 0), coalesce(d.devices, 0)
            from account a
            left join (select v.owner, cast(sum(m.quantity_wh) as bigint) as wh
                       from issued_month m join device v on v.device_id = m.device_id
                       where m.month = :month and m.quantity_wh > 0 group by v.owner) i
                   on i.owner = a.account_id
            left join (select owner, cast(sum(quantity_wh) as bigint) as wh from retirement
                       where retired_at >= :from and retired_at < :until and (:account = '' or owner = :account)
                       group by owner) r on r.owner = a.account_id
            left join (select owner, count(*) as devices from device
                       where registered_at < :until and status <> 'RETIRED' group by owner) d on d.owner = a.account_id
            where (:account = '' or a.account_id = :account)
              and (i.wh is not null or r.wh is not null or d.devices is not null)
            order by a.name, a.account_id""";

    private final Database database;

    public ChargeStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Charged> of(YearMonth month, String account, int rows) {
        return database.read(entities -> {
            List<?> found = entities.createNativeQuery(SUMS, Object[].class)
                    .setParameter("month", month.atDay(1))
                    .setParameter(
                            "from", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                    .setParameter(
                            "until",
                            month.plusMonths(1)
                                    .atDay(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant())
                    .setParameter("account", account)
                    .setMaxResults(rows)
                    .getResultList();
            return found.stream().map(ChargeStore::row).toList();
        });
    }

    private static Charged row(Object found) {
        Object[] cells = (Object[]) found;
        return new Charged((String) cells[0], (String) cells[1], number(cells[2]), number(cells[3]), number(cells[4]));
    }

    private static long number(Object cell) {
        return ((Number) cell).longValue();
    }
}
