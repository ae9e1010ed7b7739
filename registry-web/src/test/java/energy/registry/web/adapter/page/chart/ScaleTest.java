package energy.registry.web.adapter.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void theTopOfAnAxisIsRoundAndNotBelowTheTallestBar() {
        assertThat(Scale.niceTop(0, 4)).isEqualTo(4);
        assertThat(Scale.niceTop(375_000, 4)).isEqualTo(400_000);
        assertThat(Scale.niceTop(400_001, 4)).isEqualTo(800_000);
        assertThat(Scale.niceTop(23_000_000, 4)).isEqualTo(40_000_000);
    }

    @Test
    void timeTicksStandOnWholeSteps() {
        assertThat(Scale.niceSeconds(10_800)).isEqualTo(10_800);
        assertThat(Scale.niceSeconds(700)).isEqualTo(900);
        assertThat(Scale.niceSeconds(9_999_999)).isEqualTo(604_800);
    }
}
