package energy.registry.ops.twin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WeatherTest {
    private static final long START = 1_795_000_500L;

    @Test
    void isOneWeatherWhereverTheQuestionStarts() {
        Weather weather = new Weather(5, 6);
        double[] hour = weather.wind(START, 3_600);
        double[] later = weather.wind(START + 1_800, 600);
        for (int i = 0; i < later.length; i++) {
            assertThat(later[i]).isCloseTo(hour[1_800 + i], org.assertj.core.data.Offset.offset(1e-3));
        }
    }

    @Test
    void hasTheMeanWindOfItsWeibullDistribution() {
        Weather weather = new Weather(5, 6);
        double sum = 0;
        int samples = 2_000;
        for (int i = 0; i < samples; i++) {
            sum += weather.wind(START + i * 40_000L, 1)[0];
        }
        assertThat(sum / samples).isBetween(8.0, 8.9);
    }

    @Test
    void givesNeighboursTheSameFrontsAndOtherGusts() {
        double[] here = new Weather(5, 6).wind(START, 900);
        double[] there = new Weather(5, 7).wind(START, 900);
        double difference = 0;
        for (int i = 0; i < here.length; i++) {
            difference = Math.max(difference, Math.abs(here[i] - there[i]) / here[i]);
        }
        assertThat(difference).isBetween(0.01, 0.6);
    }
}
