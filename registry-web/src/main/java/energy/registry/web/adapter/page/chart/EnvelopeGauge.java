package energy.registry.web.adapter.page.chart;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.model.StatementRow;

/** One figure of the meter on a line with the range that the camera allows; pixels of a 400 wide drawing. */
public record EnvelopeGauge(long energyWh, long minWh, long maxWh) {
    private static final int LEFT = 10;
    private static final int SPAN = 380;
    /** Beyond these pixels a label centred on the needle would be cut off. */
    private static final int LABEL_ROOM = 70;

    /** Null where no footage speaks about the interval: the page then says so instead of drawing. */
    public static EnvelopeGauge of(StatementRow row) {
        return row.hasEnvelope() ? new EnvelopeGauge(row.energyWh(), row.envelopeMinWh(), row.envelopeMaxWh()) : null;
    }

    public boolean inside() {
        return energyWh >= minWh && energyWh <= maxWh;
    }

    public int from() {
        return x(minWh);
    }

    public int width() {
        return Math.max(2, x(maxWh) - x(minWh));
    }

    public int at() {
        return x(energyWh);
    }

    public String anchor() {
        if (at() < LEFT + LABEL_ROOM) {
            return "start";
        }
        return at() > LEFT + SPAN - LABEL_ROOM ? "end" : "middle";
    }

    /** What the drawing shows, in the reader's language. */
    public String sentence(Display say) {
        String least = say.energy(minWh);
        String most = say.energy(maxWh);
        if (inside()) {
            return say.word("gauge.inside", least, most);
        }
        return energyWh > maxWh
                ? say.word("gauge.above", say.energy(energyWh - maxWh), least, most)
                : say.word("gauge.below", least, most);
    }

    private int x(long wattHours) {
        long top = Math.max(1, Math.max(energyWh, maxWh));
        return LEFT + Math.toIntExact(wattHours * SPAN / top);
    }
}
