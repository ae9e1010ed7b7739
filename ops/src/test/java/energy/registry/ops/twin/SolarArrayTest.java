package energy.registry.ops.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SolarArrayTest {
    private static final SolarArray ARRAY = new SolarArray(new Weather(29, 3), 48.4021, 11.7456);

    @Test
    void deliversNothingAtNightAndSomethingAtNoonAndNeverMoreThanItsInverters() {
        assertThat(ARRAY.run(at("2026-11-22T23:00:00Z"), 900).joules()).isZero();
        assertThat(ARRAY.run(at("2026-11-22T11:00:00Z"), 900).joules()).isPositive();
        for (int hour = 0; hour < 24; hour++) {
            for (PlantRun.Minute minute :
                    ARRAY.run(at("2026-06-21T00:00:00Z") + hour * 3_600L, 3_600).minutes()) {
                assertThat(minute.joules()).isBetween(0L, SolarArray.CAPACITY_W * 60);
            }
        }
    }

    /** Munich at the winter solstice: the sun culminates at 90 - latitude - 23.44 degrees, refraction aside. */
    @Test
    void seesTheSunWhereItIs() {
        double highest = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            highest = Math.max(highest, ARRAY.elevation(at("2026-12-21T00:00:00Z") + minute * 60L));
        }
        assertThat(highest).isBetween(18.1, 18.3);
    }

    @Test
    void isActiveOnlyWhileTheSunIsUp() {
        assertThat(ARRAY.isActive(at("2026-11-22T11:00:00Z"), 900)).isTrue();
        assertThat(ARRAY.isActive(at("2026-11-22T17:00:00Z"), 900)).isFalse();
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
