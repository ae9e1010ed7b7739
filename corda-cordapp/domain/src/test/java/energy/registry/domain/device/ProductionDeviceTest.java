package energy.registry.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.fixture.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProductionDeviceTest {
    private final Keys meter = Keys.edwards();
    private final Keys verifier = Keys.edwards();

    @Test
    void aDeviceIsReadBackWhole() {
        ProductionDevice device = turbine().build();
        ProductionDevice read = ProductionDevice.decode(device.encode());
        assertThat(read.digest()).isEqualTo(device.digest());
        assertThat(read.rotor().curve()).hasSize(2);
        assertThat(read.cameras().get(0).cameraId()).isEqualTo("CAM-1");
        assertThat(read.latitudeMicroDegrees()).isEqualTo(54_100_000);
    }

    @Test
    void theCurveIsLinearBetweenItsPointsAndFlatOutside() {
        Rotor rotor = turbine().build().rotor();
        assertThat(rotor.at(8_000).maxW()).isEqualTo(550_000);
        assertThat(rotor.at(1_000).maxW()).isEqualTo(100_000);
        assertThat(rotor.at(99_000).minW()).isEqualTo(800_000);
    }

    @Test
    void aFieldOutOfRangeIsRefusedByNameValueAndRemedy() {
        assertThatThrownBy(() -> turbine().capacityW(0).build()).hasMessageContaining("capacityW: '0'");
        assertThatThrownBy(() -> turbine().country("de").build())
                .hasMessageContaining("country: 'de'")
                .hasMessageContaining("ISO 3166-1");
        assertThatThrownBy(() -> turbine().intervalSeconds(600).build()).hasMessageContaining("900, 1800 or 3600");
        assertThatThrownBy(() -> turbine().verifiers(List.of(verifier.key()), 2).build())
                .hasMessageContaining("quorum");
        assertThatThrownBy(() ->
                        turbine().cameras(CameraPolicy.REQUIRED, List.of()).build())
                .hasMessageContaining("cameras");
        assertThatThrownBy(() -> turbine().name(" ").build()).hasMessageContaining("name");
    }

    @Test
    void aBuildersLaterChangesDoNotReachTheDevice() {
        ProductionDevice.Builder builder = turbine();
        ProductionDevice device = builder.build();
        builder.name("other");
        assertThat(device.name()).isEqualTo("Nordhang 1");
    }

    private ProductionDevice.Builder turbine() {
        return ProductionDevice.builder()
                .deviceId("WTG-0001")
                .name("Nordhang 1")
                .owner("windpark-nord")
                .technology(Technology.WIND)
                .capacityW(1_000_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .location(54_100_000, 9_100_000)
                .meteringPointId("571313100000000011")
                .meter("MTR-1", "A1", "Twin", meter.key())
                .intervalSeconds(900)
                .cameras(CameraPolicy.REQUIRED, List.of(new Camera("CAM-1", meter.key())))
                .verifiers(List.of(verifier.key()), 1)
                .rotor(new Rotor(
                        3,
                        6_000,
                        12_000,
                        true,
                        List.of(new CurvePoint(6_000, 0, 100_000), new CurvePoint(10_000, 800_000, 1_000_000))));
    }

    @Test
    void everyNameIsGiven() {
        assertThatThrownBy(() -> turbine().deviceId(" ").build()).hasMessageContaining("deviceId");
        assertThatThrownBy(() -> turbine().owner("").build()).hasMessageContaining("owner");
        assertThatThrownBy(() -> turbine().zone("").build()).hasMessageContaining("zone");
        assertThatThrownBy(() -> turbine().meteringPointId("").build()).hasMessageContaining("meteringPointId");
        assertThatThrownBy(() -> turbine().meter("", "A1", "Twin", meter.key()).build())
                .hasMessageContaining("meterId");
        assertThatThrownBy(
                        () -> turbine().meter("MTR-1", "", "Twin", meter.key()).build())
                .hasMessageContaining("meterSerial");
        assertThatThrownBy(() -> turbine().meter("MTR-1", "A1", "", meter.key()).build())
                .hasMessageContaining("meterMaker");
    }

    @Test
    void aPlaceIsOnTheGlobe() {
        assertThat(turbine().location(-90_000_000, 180_000_000).build().longitudeMicroDegrees())
                .isEqualTo(180_000_000);
        assertThatThrownBy(() -> turbine().location(90_000_001, 0).build()).hasMessageContaining("latitude");
        assertThatThrownBy(() -> turbine().location(0, -180_000_001).build()).hasMessageContaining("longitude");
    }
}
