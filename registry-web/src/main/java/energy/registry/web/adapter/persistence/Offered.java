package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Hours;
import energy.registry.web.model.MarketFilter;
import java.time.Instant;
import java.time.ZoneOffset;

/** The conditions on {@link OfferEntity} that a market filter stands for. */
final class Offered {
    private static final String OF_DEVICES = "e.deviceId in (select d.deviceId from DeviceEntity d where %s)";

    private Offered() {}

    static Conditions conditions(MarketFilter filter, Instant now) {
        Conditions conditions = new Conditions()
                .and("e.validUntil > :now")
                .bind("now", now)
                .when(OF_DEVICES.formatted("d.technology = :technology"), "technology", filter.technology())
                .when(OF_DEVICES.formatted("d.country = :country"), "country", filter.country())
                .when(OF_DEVICES.formatted("d.zone = :zone"), "zone", filter.zone())
                .when("e.start >= :from", "from", filter.from())
                .when("e.start < :until", "until", filter.until());
        if (filter.priceMinorPerMwhMax() > 0) {
            conditions.and("e.priceMinor <= :most").bind("most", filter.priceMinorPerMwhMax());
        }
        if (filter.ageYearsMax() > 0) {
            conditions
                    .and(OF_DEVICES.formatted("d.operationalSince >= :since"))
                    .bind("since", now.atZone(ZoneOffset.UTC).toLocalDate().minusYears(filter.ageYearsMax()));
        }
        if (filter.unsupported()) {
            conditions.and(OF_DEVICES.formatted("d.support = ''"));
        }
        hours(conditions, filter.hours());
        return conditions;
    }

    private static void hours(Conditions conditions, Hours hours) {
        if (!hours.any()) {
            String joint = hours.overMidnight() ? "or" : "and";
            conditions
                    .and("(e.startHour >= :fromHour " + joint + " e.startHour < :untilHour)")
                    .bind("fromHour", hours.from())
                    .bind("untilHour", hours.until());
        }
    }
}
