package energy.registry.web.adapter.page.chart;

import energy.registry.web.model.ConsumptionHour;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Consumption by UTC hour of the day, and how much of it is matched, as bars in front of each other. */
public record MatchChart(List<Bar> bars) {
    private static final int HOURS = 24;
    private static final int SLOT = 40;
    private static final int WIDTH = 30;
    private static final int FLOOR = 180;
    private static final int PLOT = 170;

    /** One hour of the day. */
    public record Bar(int hour, int x, int used, int matched, long consumptionWh, long matchedWh) {
        public int usedY() {
            return FLOOR - used;
        }

        public int matchedY() {
            return FLOOR - matched;
        }

        public int middle() {
            return x + WIDTH / 2;
        }
    }

    public int floor() {
        return FLOOR;
    }

    public int width() {
        return WIDTH;
    }

    public static MatchChart of(List<ConsumptionHour> hours) {
        long[] used = new long[HOURS];
        long[] matched = new long[HOURS];
        for (ConsumptionHour hour : hours) {
            int at = hour.start().atZone(ZoneOffset.UTC).getHour();
            used[at] += hour.consumptionWh();
            matched[at] += hour.matchedWh();
        }
        long top = 1;
        for (long each : used) {
            top = Math.max(top, each);
        }
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            bars.add(new Bar(
                    hour,
                    hour * SLOT + (SLOT - WIDTH) / 2,
                    height(used[hour], top),
                    height(matched[hour], top),
                    used[hour],
                    matched[hour]));
        }
        return new MatchChart(bars);
    }

    private static int height(long wattHours, long top) {
        return (int) Math.round((double) wattHours * PLOT / top);
    }
}
