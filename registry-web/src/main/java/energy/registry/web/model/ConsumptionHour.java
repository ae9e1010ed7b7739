package energy.registry.web.model;

import java.time.Instant;

/** What was used in one UTC hour in one bidding zone, and how much of it certificates of that hour and zone cover. */
public record ConsumptionHour(Instant start, String zone, long consumptionWh, long matchedWh) {
    public ConsumptionHour matched(long wattHours) {
        return new ConsumptionHour(start, zone, consumptionWh, wattHours);
    }

    public long openWh() {
        return consumptionWh - matchedWh;
    }
}
