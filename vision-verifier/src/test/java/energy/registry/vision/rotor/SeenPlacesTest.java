package energy.registry.vision.rotor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenPlacesTest {
    @ParameterizedTest
    @CsvSource({"4.0207, 172, 4", "6.5133, 140, 13", "13.127, 179, 13", "4.959, 151, 5", "10.047, 307, 10"})
    void countsThePlacesAtWhichFewFramesOfAPassShowTheBlades(double framesOfAPass, int frames, int places) {
        assertThat(SeenPlaces.of(even(framesOfAPass, frames))).isEqualTo(places);
    }

    @ParameterizedTest
    @CsvSource({"40.16, 300", "8.37, 400", "21.05, 350"})
    void seesAPassAllAround(double framesOfAPass, int frames) {
        assertThat(SeenPlaces.of(even(framesOfAPass, frames))).isEqualTo(SeenPlaces.ALL);
    }

    @Test
    void aSpeedThatVariesShowsTheBladesEverywhere() {
        double[] phase = even(4.02, 300);
        for (int t = 0; t < phase.length; t++) {
            phase[t] += 6 * Math.sin(2 * Math.PI * t / 150);
        }
        assertThat(SeenPlaces.of(phase)).isEqualTo(SeenPlaces.ALL);
    }

    private static double[] even(double framesOfAPass, int frames) {
        double[] phase = new double[frames];
        for (int t = 0; t < frames; t++) {
            phase[t] = 2 * Math.PI * t / framesOfAPass;
        }
        return phase;
    }
}
