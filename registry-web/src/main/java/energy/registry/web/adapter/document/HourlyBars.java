package energy.registry.web.adapter.document;

import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Retired energy by hour of the day (UTC), as bars of a small chart. */
final class HourlyBars {
    /** One hour: its share of the tallest bar in per cent, and its energy. */
    public record Bar(int hour, long quantityWh, long percent) {}

    private static final int HOURS = 24;
    private static final long WHOLE = 100;

    private HourlyBars() {}

    static List<Bar> of(RetirementRow retirement) {
        long[] hours = new long[HOURS];
        for (RetirementLine line : retirement.lines()) {
            line.intervals()
                    .forEach(interval ->
                            hours[interval.start().atZone(ZoneOffset.UTC).getHour()] += interval.quantityWh());
        }
        return of(hours);
    }

    static List<Bar> of(long[] hours) {
        long tallest = 1;
        for (long hour : hours) {
            tallest = Math.max(tallest, hour);
        }
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            bars.add(new Bar(hour, hours[hour], Math.round((double) hours[hour] * WHOLE / tallest)));
        }
        return bars;
    }
}
