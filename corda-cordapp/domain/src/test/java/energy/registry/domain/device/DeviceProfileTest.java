package energy.registry.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DeviceProfileTest {
    private static final DeviceProfile FULL = DeviceProfile.builder()
            .address("25899", "Niebüll")
            .repowered(Arrays.asList(19_000L, 20_000L))
            .measurement(Measurement.NET)
            .configuration(2)
            .labels(Collections.singletonList(new Label("EKOenergy", 21_000)))
            .emissionFactorSource("IPCC AR5")
            .disclosureUsable(false)
            .legalStatus("GO")
            .build();

    @Test
    void theProfileTravelsOntoTheCertificate() {
        ProductionDevice device =
                Plant.of("0001", "windpark-nord").deviceBuilder().profile(FULL).build();
        DeviceProfile carried =
                DeviceAttributes.decode(DeviceAttributes.of(device).encode()).profile();
        assertThat(carried.encode()).isEqualTo(FULL.encode());
        assertThat(ProductionDevice.decode(device.encode()).profile().encode()).isEqualTo(FULL.encode());
        assertThat(carried.postcode() + " " + carried.city()).isEqualTo("25899 Niebüll");
        assertThat(carried.repoweredEpochDays()).containsExactly(19_000L, 20_000L);
        assertThat(carried.measurement()).isEqualTo(Measurement.NET);
        assertThat(carried.configuration()).isEqualTo(2);
        assertThat(carried.labels().get(0).code()).isEqualTo("EKOenergy");
        assertThat(carried.labels().get(0).goodThroughEpochDay()).isEqualTo(21_000);
        assertThat(carried.emissionFactorSource()).isEqualTo("IPCC AR5");
        assertThat(carried.disclosureUsable()).isFalse();
        assertThat(carried.legalStatus()).isEqualTo("GO");
    }

    @Test
    void aConfigurationIsOneOfThree() {
        assertThatThrownBy(() -> DeviceProfile.builder().configuration(0).build())
                .hasMessageContaining("configuration");
        assertThatThrownBy(() -> DeviceProfile.builder().configuration(4).build())
                .hasMessageContaining("configuration");
    }
}
