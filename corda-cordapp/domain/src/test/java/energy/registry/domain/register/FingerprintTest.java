package energy.registry.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.MeterRole;
import energy.registry.domain.device.OtherMeter;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final Plant OTHER = Plant.of("0002", "windpark-nord");

    @Test
    void eachKindOfIdentityHasItsOwnPrint() {
        assertThat(kinds(Fingerprint.of(PLANT.device())))
                .containsExactly("device", "metering-point", "meter", "meter-serial", "key", "camera", "key");
        assertThat(digests(PLANT.device())).doesNotHaveDuplicates();
    }

    @Test
    void aNewNameLeavesTheMetersPrintsAsTheyAre() {
        ProductionDevice renamed =
                PLANT.deviceBuilder().deviceId("WTG-9999").name("Other").build();
        assertThat(kinds(Fingerprint.added(PLANT.device(), renamed))).containsExactly("device");
    }

    @Test
    void differentPlantsShareNothing() {
        assertThat(digests(PLANT.device())).doesNotContainAnyElementsOf(digests(OTHER.device()));
        assertThat(Fingerprint.placeOf(PLANT.device()).digest())
                .isNotEqualTo(Fingerprint.placeOf(OTHER.device()).digest());
    }

    @Test
    void anotherSpellingIsTheSameMeter() {
        ProductionDevice device = withMeter("MTR-0001", "0A-123", "Landis+Gyr");
        assertThat(Fingerprint.added(device, withMeter("mtr 0001", "a 123", "LANDIS GYR")))
                .isEmpty();
        assertThat(Fingerprint.added(device, withMeter("MTR-0001", "000A123", "Landis + Gyr")))
                .isEmpty();
        assertThat(kinds(Fingerprint.added(device, withMeter("MTR-0001", "A-1230", "Landis+Gyr"))))
                .containsExactly("meter-serial");
        assertThat(kinds(Fingerprint.added(device, withMeter("MTR-0001", "0", "Landis+Gyr"))))
                .containsExactly("meter-serial");
    }

    private static ProductionDevice withMeter(String id, String serial, String maker) {
        return PLANT.device().toBuilder()
                .meter(id, serial, maker, PLANT.device().meterKey())
                .build();
    }

    @Test
    void aCheckMeterCannotBeAnotherDevicesRevenueMeter() {
        ProductionDevice mine = OTHER.device();
        OtherMeter check = new OtherMeter(MeterRole.CHECK, mine.meterId(), mine.meterSerial(), mine.meterMaker());
        ProductionDevice checked = PLANT.deviceBuilder()
                .standing(new DeviceStanding(
                        Collections.singletonList(check), Collections.emptyList(), Collections.emptyList()))
                .build();
        assertThat(kinds(Fingerprint.added(checked, mine)))
                .containsExactly("device", "metering-point", "key", "camera", "key");
    }

    @Test
    void oneKeyIsOneMeterOrOneCamera() {
        Camera withMetersKey = new Camera("CAM-9", PLANT.device().meterKey());
        ProductionDevice device = OTHER.deviceBuilder()
                .cameras(CameraPolicy.REQUIRED, Collections.singletonList(withMetersKey))
                .build();
        assertThat(digests(device)).containsAnyElementsOf(digests(PLANT.device()));
        Camera withOwnKey = new Camera("CAM-9", Keypair.fresh().key());
        assertThat(digests(OTHER.deviceBuilder()
                        .cameras(CameraPolicy.REQUIRED, Collections.singletonList(withOwnKey))
                        .build()))
                .doesNotContainAnyElementsOf(digests(PLANT.device()));
    }

    @Test
    void devicesOfOneTechnologyWithinAHundredMetresAreAtOnePlace() {
        Digest here = Fingerprint.placeOf(at(54_123_100, -9_123_100)).digest();
        assertThat(Fingerprint.placeOf(at(54_123_900, -9_123_900)).digest()).isEqualTo(here);
        assertThat(Fingerprint.placeOf(at(54_124_000, -9_123_100)).digest()).isNotEqualTo(here);
        assertThat(Fingerprint.placeOf(at(54_123_100, -9_124_100)).digest()).isNotEqualTo(here);
    }

    private static ProductionDevice at(int latitude, int longitude) {
        return PLANT.deviceBuilder().location(latitude, longitude).build();
    }

    private static List<String> kinds(List<Fingerprint> prints) {
        return prints.stream().map(Fingerprint::kind).collect(Collectors.toList());
    }

    private static List<Digest> digests(ProductionDevice device) {
        return Fingerprint.of(device).stream().map(Fingerprint::digest).collect(Collectors.toList());
    }
}
