package energy.registry.web.adapter.page.chart;

import energy.registry.web.model.DailyEnergy;
import java.util.ArrayList;
import java.util.List;

/** Certified and retired energy by UTC day, as bars of equal width. */
public record DailyChart(List<Bar> bars, List<ProductionChart.Tick> levels) {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 220;
    private static final int LEFT = 64;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
    private static final int LEVELS = 4;
    private static final int LABELS = 10;
    /** A lone day must not become a wall. */
    private static final int BAR_WIDTH_MAX = 48;

    /** One day's bar; the retired part stands in front of it. */
    public record Bar(int x, int y, int width, int height, int retiredHeight, boolean labelled, DailyEnergy energy) {
        public int retiredY() {
            return TOP + PLOT_HEIGHT - retiredHeight;
        }

        public int middle() {
            return x + width / 2;
        }
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int floor() {
        return TOP + PLOT_HEIGHT;
    }

    public static DailyChart of(List<DailyEnergy> days) {
        long most = days.stream().mapToLong(DailyEnergy::issuedWh).max().orElse(0);
        long top = Scale.niceTop(most, LEVELS);
        int slot = (WIDTH - LEFT - RIGHT) / Math.max(1, days.size());
        int width = Math.max(2, Math.min(BAR_WIDTH_MAX, slot * 3 / 4));
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < days.size(); at++) {
            int x = LEFT + at * slot + (slot - width) / 2;
            boolean labelled = at % Math.max(1, (days.size() + LABELS - 1) / LABELS) == 0;
            bars.add(bar(days.get(at), x, width, labelled, top));
        }
        return new DailyChart(List.copyOf(bars), levels(top));
    }

    private static Bar bar(DailyEnergy day, int x, int width, boolean labelled, long top) {
        int height = scaled(day.issuedWh(), top);
        int retired = Math.min(height, scaled(day.retiredWh(), top));
        return new Bar(x, TOP + PLOT_HEIGHT - height, width, height, retired, labelled, day);
    }

    /** Whoever only retires has issued nothing: what is above the scale ends at its top. */
    private static int scaled(long wattHours, long top) {
        return Math.toIntExact(Math.min(wattHours, top) * PLOT_HEIGHT / Math.max(1, top));
    }

    private static List<ProductionChart.Tick> levels(long top) {
        List<ProductionChart.Tick> ticks = new ArrayList<>();
        for (int level = 0; level <= LEVELS; level++) {
            long value = top * level / LEVELS;
            ticks.add(new ProductionChart.Tick(TOP + PLOT_HEIGHT - scaled(value, top), value, null));
        }
        return List.copyOf(ticks);
    }
}
