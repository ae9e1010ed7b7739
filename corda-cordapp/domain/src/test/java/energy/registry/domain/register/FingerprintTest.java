package energy.registry.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.fixture.Plant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");

    @Test
    void eachKindOfIdentityHasItsOwnPrint() {
        assertThat(Fingerprint.of(PLANT.device()))
                .hasSize(Fingerprint.KINDS.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNewNameLeavesTheMetersPrintsAsTheyAre() {
        ProductionDevice renamed =
                PLANT.deviceBuilder().deviceId("WTG-9999").name("Other").build();
        List<Digest> shared = new ArrayList<>(Fingerprint.of(PLANT.device()));
        shared.retainAll(Fingerprint.of(renamed));
        assertThat(shared).hasSize(4);
    }

    @Test
    void differentPlantsShareNothing() {
        assertThat(Fingerprint.of(PLANT.device()))
                .doesNotContainAnyElementsOf(
                        Fingerprint.of(Plant.of("0002", "windpark-nord").device()));
    }
}
