package energy.registry.web.adapter.page.chart;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.DeviceRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plants on the grid of degrees: north is up, east is right, and a lone one stands in the middle. */
final class DeviceMapTest {
    private static DeviceRow plant(String latitude, String longitude, long issuedWh) {
        return new DeviceRow(
                "id",
                "name",
                "o",
                "o",
                "WIND",
                1,
                "DE",
                "",
                "",
                new BigDecimal(latitude),
                new BigDecimal(longitude),
                null,
                "",
                "",
                "",
                "",
                900,
                "",
                List.of(),
                List.of(),
                0,
                "",
                "",
                "",
                Instant.EPOCH,
                issuedWh);
    }

    @Test
    void putsNorthUpAndEastRight() {
        DeviceMap map = DeviceMap.of(List.of(plant("54", "9", 100), plant("48", "12", 400)));
        DeviceMap.Dot north = map.dots().get(0);
        DeviceMap.Dot south = map.dots().get(1);
        assertThat(north.y()).isLessThan(south.y());
        assertThat(north.x()).isLessThan(south.x());
        assertThat(north.radius()).isLessThan(south.radius());
        assertThat(map.parallels()).extracting(DeviceMap.Line::label).contains("50° N");
        assertThat(map.meridians()).isNotEmpty();
    }

    @Test
    void twoNamesNeverStandOnEachOther() {
        DeviceMap map =
                DeviceMap.of(List.of(plant("54", "9", 100), plant("54.001", "9.001", 400), plant("48", "12", 400)));
        assertThat(map.dots()).extracting(DeviceMap.Dot::label).containsExactly("", "name", "name");
    }

    @Test
    void keepsEveryDotInsideAndALonePlantInTheMiddle() {
        DeviceMap lone = DeviceMap.of(List.of(plant("-33.9", "-70.5", 0)));
        assertThat(lone.dots().get(0).x()).isEqualTo(lone.width() / 2);
        assertThat(lone.dots().get(0).y()).isEqualTo(lone.height() / 2);
        assertThat(lone.parallels()).extracting(DeviceMap.Line::label).contains("34° S");
        assertThat(DeviceMap.of(List.of()).empty()).isTrue();
    }
}
