package energy.registry.vision.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final int CELLS = 600;

    @Test
    void findsGainAndOffsetAlthoughAPartOfTheSceneChanges() {
        float[] before = levels();
        float[] now = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            now[i] = 1.04f * before[i] - 3 + (i % 12 == 0 ? 25 : 0);
        }
        Exposure found = Exposure.between(before, now);
        assertThat(found.slope()).isCloseTo(0.04, within(1e-4));
        assertThat(found.offset()).isCloseTo(-3, within(0.01));
        assertThat(found.left(before[1], now[1])).isCloseTo(0, within(0.01));
        assertThat(found.left(before[12], now[12])).isCloseTo(25, within(0.01));
    }

    @Test
    void aSceneWithoutContrastHasAnOffsetOnly() {
        float[] before = new float[CELLS];
        float[] now = new float[CELLS];
        Arrays.fill(before, 90);
        Arrays.fill(now, 97);
        assertThat(Exposure.between(before, now)).isEqualTo(new Exposure(0, 7));
    }

    @Test
    void picturesThatAreTheSameDifferByNothing() {
        assertThat(Exposure.between(levels(), levels())).isEqualTo(new Exposure(0, 0));
    }

    private static float[] levels() {
        float[] levels = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            levels[i] = 40 + i * 7919 % 160;
        }
        return levels;
    }
}
