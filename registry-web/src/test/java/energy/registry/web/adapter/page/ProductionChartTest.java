package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.chart.EnvelopeGauge;
import energy.registry.web.adapter.page.chart.ProductionChart;
import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.model.StatementRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductionChartTest {
    @Test
    void everyBarStandsOnTheFloorInsideTheDrawing() {
        ProductionChart chart = ProductionChart.of(SampleRows.day());
        assertThat(chart.bars()).hasSize(66).allSatisfy(bar -> {
            assertThat(bar.y() + bar.height()).isEqualTo(chart.floor());
            assertThat(bar.x()).isBetween(chart.left(), chart.right());
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(chart.right());
            assertThat(bar.y()).isPositive();
        });
    }

    @Test
    void theColourTellsTheVerdict() {
        ProductionChart chart = ProductionChart.of(SampleRows.day());
        assertThat(chart.tone(chart.bars().get(0))).isEqualTo("good");
        assertThat(chart.tone(chart.bars().get(22))).isEqualTo("hold");
        assertThat(chart.tone(chart.bars().get(40))).isEqualTo("bad");
        assertThat(chart.tone(chart.bars().get(65))).isEqualTo("wait");
    }

    @Test
    void noIntervalsMakeAnEmptyChart() {
        assertThat(ProductionChart.of(List.of()).empty()).isTrue();
    }

    @Test
    void theGaugeSaysByHowMuchTheMeterExceedsTheCamera() {
        StatementRow held = SampleRows.statement("HELD", 22);
        EnvelopeGauge gauge = EnvelopeGauge.of(held);
        assertThat(gauge.inside()).isFalse();
        assertThat(gauge.sentence(new Display()))
                .startsWith("The meter reports 147.762 kWh more than the rotor speed allows");
        assertThat(gauge.at()).isGreaterThan(gauge.from() + gauge.width());
    }

    @Test
    void withoutFootageThereIsNoGauge() {
        assertThat(EnvelopeGauge.of(SampleRows.statement("WAITING_FOR_VERDICT", 3)))
                .isNull();
    }
}
