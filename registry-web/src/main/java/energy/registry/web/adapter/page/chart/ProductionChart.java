package energy.registry.web.adapter.page.chart;

import energy.registry.web.model.StatementRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Metered energy by interval as bars, coloured by verdict, before the range that the footage allows. Whole pixels,
 * time to the right.
 */
public record ProductionChart(List<Bar> bars, List<Tick> levels, List<Tick> hours, long topWh) {
    public static final int WIDTH = 960;
    public static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - BOTTOM;
    private static final int LEVELS = 4;
    private static final int TICKS = 8;
    /** A produced Wh must be visible however tall its neighbours are. */
    private static final int SMALLEST_BAR = 2;

    /** One interval's bar; the range is the footage's permitted energy, of height 0 where there is none. */
    public record Bar(int x, int y, int width, int height, int rangeY, int rangeHeight, StatementRow interval) {
        public int rangeX() {
            return x - 1;
        }

        public int rangeWidth() {
            return width + 2;
        }
    }

    /** A labelled position on an axis: energy on the upright one, time on the level one. */
    public record Tick(int at, long wattHours, Instant time) {}

    public int left() {
        return LEFT;
    }

    public int right() {
        return WIDTH - RIGHT;
    }

    public int floor() {
        return TOP + PLOT_HEIGHT;
    }

    public String viewBox() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }

    /** The colour class of a bar: what became of its interval. */
    public String tone(Bar bar) {
        return switch (bar.interval().claimStatus()) {
            case "ISSUED", "READY", "SUBMITTED" -> "good";
            case "HELD" -> "hold";
            case "REFUSED" -> "bad";
            default -> "wait";
        };
    }

    public boolean empty() {
        return bars.isEmpty();
    }

    /** Intervals in time order, placed on the span from the first start to the last end. */
    public static ProductionChart of(List<StatementRow> intervals) {
        if (intervals.isEmpty()) {
            return new ProductionChart(List.of(), List.of(), List.of(), 0);
        }
        long from = intervals.get(0).start().getEpochSecond();
        long to = intervals.get(intervals.size() - 1).end().getEpochSecond();
        long top = Scale.niceTop(
                intervals.stream().mapToLong(ProductionChart::tallest).max().orElse(0), LEVELS);
        List<Bar> bars =
                intervals.stream().map(interval -> bar(interval, from, to, top)).toList();
        return new ProductionChart(bars, levels(top), hours(from, to), top);
    }

    private static long tallest(StatementRow interval) {
        long bound = interval.hasEnvelope() ? interval.envelopeMaxWh() : 0;
        return Math.max(interval.energyWh(), bound);
    }

    private static Bar bar(StatementRow interval, long from, long to, long top) {
        int left = x(interval.start().getEpochSecond(), from, to);
        int right = x(interval.end().getEpochSecond(), from, to);
        int height = Math.max(SMALLEST_BAR, scaled(interval.energyWh(), top));
        int rangeTop = interval.hasEnvelope() ? scaled(interval.envelopeMaxWh(), top) : 0;
        int rangeHeight =
                interval.hasEnvelope() ? Math.max(SMALLEST_BAR, rangeTop - scaled(interval.envelopeMinWh(), top)) : 0;
        int floor = TOP + PLOT_HEIGHT;
        return new Bar(
                left + 1,
                floor - height,
                Math.max(2, right - left - 3),
                height,
                floor - rangeTop,
                rangeHeight,
                interval);
    }

    private static int x(long second, long from, long to) {
        return LEFT + Math.toIntExact((second - from) * PLOT_WIDTH / Math.max(1, to - from));
    }

    private static int scaled(long wattHours, long top) {
        return Math.toIntExact(wattHours * PLOT_HEIGHT / Math.max(1, top));
    }

    private static List<Tick> levels(long top) {
        List<Tick> ticks = new ArrayList<>();
        for (int level = 0; level <= LEVELS; level++) {
            long value = top * level / LEVELS;
            ticks.add(new Tick(TOP + PLOT_HEIGHT - scaled(value, top), value, null));
        }
        return List.copyOf(ticks);
    }

    private static List<Tick> hours(long from, long to) {
        long step = Scale.niceSeconds((to - from) / TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (long second = Math.floorDiv(from + step - 1, step) * step; second < to; second += step) {
            ticks.add(new Tick(x(second, from, to), 0, Instant.ofEpochSecond(second)));
        }
        return List.copyOf(ticks);
    }
}
