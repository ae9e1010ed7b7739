package energy.registry.ingest.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.adapter.sun.GrenaSun;
import energy.registry.ingest.golden.RecordedRows;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two models and the sun against what other programs computed for the same place and minute. */
class ClearSkyTest {
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    /** Golden, Colorado. */
    private static final double LATITUDE = 39.742;

    private static final double LONGITUDE = -105.18;
    private static final int MOUNTAIN_TIME_SECONDS = -7 * 3_600;

    /** The turbidity and the altitude that the reference column was made with: found as its best fit. */
    private static final double LINKE_OF_REFERENCE = 2.65;

    /** Low sun: refraction and air mass differ between programs by more than the models do. */
    private static final double ZENITH_MAX = 85;

    private final Sun sun = new GrenaSun();

    @Test
    void ineichenAgreesWithTheReferenceWithinAPercent() {
        double worst = 0;
        int compared = 0;
        for (Map<String, String> row : RecordedRows.of("irradiance/irradiance_RMIS_NREL.csv")) {
            double zenith = Double.parseDouble(row.get("pvlib_zenith"));
            double expected = Double.parseDouble(row.get("pvlib_clearsky_ghi"));
            if (zenith < ZENITH_MAX) {
                double apparent = zenith - ClearSky.refractionDegrees(90 - zenith);
                int day = LocalDateTime.parse(row.get("measured_on"), AMERICAN).getDayOfYear();
                double found =
                        ClearSky.ineichen(apparent, day, LINKE_OF_REFERENCE, 0).global();
                worst = Math.max(worst, Math.abs(found / expected - 1));
                compared++;
            }
        }
        System.out.printf(Locale.ROOT, "GOLDEN Ineichen: %d rows, worst %.2f %%%n", compared, 100 * worst);
        assertThat(compared).isGreaterThan(400);
        assertThat(worst).isLessThan(0.01);
    }

    @Test
    void haurwitzAgreesWithAnotherModelWithinItsOwnUncertainty() {
        double sum = 0;
        int compared = 0;
        for (Map<String, String> row : RecordedRows.of("irradiance/psm4_2023_5min.csv")) {
            double zenith = Double.parseDouble(row.get("Solar Zenith Angle"));
            double expected = Double.parseDouble(row.get("Clearsky GHI"));
            if (zenith < ZENITH_MAX && expected > 0) {
                double off = ClearSky.haurwitz(zenith) / expected - 1;
                assertThat(off).as("at zenith %s", zenith).isBetween(-0.3, 0.1);
                sum += off;
                compared++;
            }
        }
        System.out.printf(Locale.ROOT, "GOLDEN Haurwitz: %d rows, mean %.1f %%%n", compared, 100 * sum / compared);
        assertThat(compared).isGreaterThan(80);
        assertThat(sum / compared).isBetween(-0.15, 0.05);
    }

    @Test
    void theSunStandsWhereOthersSeeIt() {
        double worst = 0;
        for (Map<String, String> row : RecordedRows.of("irradiance/irradiance_RMIS_NREL.csv")) {
            long second = LocalDateTime.parse(row.get("measured_on"), AMERICAN)
                    .toEpochSecond(ZoneOffset.ofTotalSeconds(MOUNTAIN_TIME_SECONDS));
            double zenith = Double.parseDouble(row.get("pvlib_zenith"));
            worst = Math.max(worst, Math.abs(90 - sun.elevationDegrees(second, LATITUDE, LONGITUDE) - zenith));
        }
        System.out.printf(Locale.ROOT, "GOLDEN sun: worst %.3f degrees%n", worst);
        assertThat(worst).isLessThan(0.1);
    }
}
