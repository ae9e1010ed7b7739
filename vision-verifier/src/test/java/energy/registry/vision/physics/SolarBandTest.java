package energy.registry.vision.physics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.vision.adapter.sun.GrenaSun;
import energy.registry.vision.fixture.Recordings;
import energy.registry.vision.solar.PanelObservation;
import energy.registry.vision.solar.PanelState;
import energy.registry.vision.solar.SkyObservation;
import energy.registry.vision.solar.SkyState;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolarBandTest {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");
    private static final double LATITUDE = 39.742;
    private static final double LONGITUDE = -105.1727;
    private static final PanelObservation CLEAN = new PanelObservation(PanelState.CLEAN, 0, 0, 0, 1);

    private static SkyObservation sky(double cloud) {
        SkyState state = cloud >= 0.85 ? SkyState.OVERCAST : SkyState.PARTLY_CLOUDED;
        return new SkyObservation(cloud <= 0.15 ? SkyState.CLEAR : state, cloud, 0.09, 150, 0.2);
    }

    @Test
    void moreCloudSnowAndShadeLeaveLessAndALowerSunToo() {
        double clear = SolarBand.of(1_000, 40, sky(0), CLEAN).expectedW();
        assertThat(SolarBand.of(1_000, 40, sky(0.9), CLEAN).expectedW()).isLessThan(clear);
        assertThat(SolarBand.of(1_000, 8, sky(0.9), CLEAN).expectedW())
                .isLessThan(SolarBand.of(1_000, 40, sky(0.9), CLEAN).expectedW());
        PanelObservation snow = new PanelObservation(PanelState.SNOW, 0.85, 0, 0, 0);
        assertThat(SolarBand.of(1_000, 40, sky(0), snow).expectedW()).isLessThanOrEqualTo(0.2 * clear);
        PanelObservation shade = new PanelObservation(PanelState.SHADED, 0, 0, 0.5, 0);
        assertThat(SolarBand.of(1_000, 40, sky(0.9), shade).expectedW())
                .isLessThan(SolarBand.of(1_000, 40, sky(0.9), CLEAN).expectedW());
    }

    @Test
    void aRealArrayIsNeverContradictedUnderTheSkyThatASatelliteSawOverIt() throws IOException {
        List<Map<String, String>> power = Recordings.rows("pv/serf_east_15min_ac_power.csv");
        List<Map<String, String>> sky = Recordings.rows("pv/serf_east_psm3_data.csv");
        GrenaSun sun = new GrenaSun();
        double capacity = power.stream()
                .mapToDouble(row -> number(row.get("ac_power")))
                .max()
                .orElseThrow();
        int looked = 0;
        int above = 0;
        int contradicted = 0;
        for (int i = 0; i < power.size(); i++) {
            double clear = number(sky.get(i).get("ghi_clear"));
            long second =
                    OffsetDateTime.parse(power.get(i).get("measured_on"), TIME).toEpochSecond();
            double elevation = Math.max(
                    sun.elevationDegrees(second, LATITUDE, LONGITUDE),
                    sun.elevationDegrees(second + 900, LATITUDE, LONGITUDE));
            if (elevation < 5 || clear < 20) {
                continue;
            }
            double index = Math.min(1, number(sky.get(i).get("ghi")) / clear);
            double cloud = Math.min(1, Math.pow((1 - index) / 0.75, 1 / 3.4));
            ExpectedPower expected = SolarBand.of(capacity, elevation, sky(cloud), CLEAN);
            double excess = expected.excess(number(power.get(i).get("ac_power")));
            looked++;
            above += excess > OverclaimTest.WITHIN ? 1 : 0;
            contradicted += excess > OverclaimTest.EXCESS_MAX ? 1 : 0;
        }
        System.out.printf(
                "SERF East, %d quarters of an hour by day: above the band %.2f %%, contradicted %.2f %%%n",
                looked, 100.0 * above / looked, 100.0 * contradicted / looked);

        assertThat(contradicted / (double) looked).isLessThan(0.002);
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
