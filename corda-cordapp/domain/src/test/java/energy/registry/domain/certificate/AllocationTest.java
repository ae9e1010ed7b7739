package energy.registry.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Retired are the serials 10 to 100 of one device and 0 to 50 of another. */
class AllocationTest {
    private static final Retirement RETIREMENT = new Retirement(
            "r",
            "acme",
            1,
            new RetirementPurpose(
                    user("Acme", "NL"), "use", MainReason.VOLUNTARY, ProductionPeriod.between(0, 1), "", ""),
            Arrays.asList(
                    issued(Plant.of("0001", "acme")).after(WattHours.of(10)),
                    issued(Plant.of("0002", "acme")).first(WattHours.of(50))));

    private static CertificateBundle issued(Plant plant) {
        return MeterCursor.fresh(plant.device(), plant.device().meterKey())
                .accept(plant.says(0, 0, 100).claim(), new PlatformSignatures(), "Issuing Body", Plant.MIDNIGHT + 900)
                .bundle()
                .orElseThrow();
    }

    private static Beneficiary user(String name, String country) {
        return new Beneficiary(name, "", country, "");
    }

    private static Allocation.Share share(String device, long fromWh, long toWh) {
        return new Allocation.Share(user("Ada", "NL"), "WTG-" + device, fromWh, toWh);
    }

    private static boolean fits(Allocation.Share... shares) {
        return new Allocation(Arrays.asList(shares)).fits(RETIREMENT);
    }

    @Test
    void sharesMeetAndDoNotOverlapInAnyOrder() {
        assertThat(fits()).isTrue();
        assertThat(fits(share("0001", 10, 100), share("0002", 0, 50))).isTrue();
        assertThat(fits(share("0001", 50, 100), share("0001", 10, 50))).isTrue();
        assertThat(fits(share("0001", 50, 100), share("0002", 20, 40), share("0001", 10, 51)))
                .isFalse();
        assertThat(fits(share("0001", 10, 51), share("0001", 50, 100))).isFalse();
        assertThat(fits(share("0001", 20, 30), share("0001", 20, 30))).isFalse();
        assertThat(fits(share("0001", 20, 30), share("0002", 20, 30))).isTrue();
    }

    @Test
    void aShareLiesInALine() {
        assertThat(fits(share("0001", 9, 20))).isFalse();
        assertThat(fits(share("0001", 90, 101))).isFalse();
        assertThat(fits(share("0002", 0, 51))).isFalse();
        assertThat(fits(share("0003", 10, 20))).isFalse();
        assertThat(fits(share("0001", 20, 20))).isFalse();
        assertThat(fits(share("0001", 30, 20))).isFalse();
        assertThat(fits(share("0001", 20, 30), share("0001", 99, 101))).isFalse();
    }

    @Test
    void aShareNamesItsEndUser() {
        assertThat(fits(new Allocation.Share(user(" ", "NL"), "WTG-0001", 20, 30)))
                .isFalse();
        assertThat(fits(new Allocation.Share(user("Ada", "nl"), "WTG-0001", 20, 30)))
                .isFalse();
        assertThat(fits(new Allocation.Share(user("Ada", ""), "WTG-0001", 20, 30)))
                .isFalse();
    }

    @Test
    void thereAreAsManySharesAsAStateHolds() {
        Allocation most = new Allocation(Collections.nCopies(Allocation.SHARES_MAX, share("0001", 20, 30)));
        assertThat(Allocation.decode(most.encode()).shares()).hasSize(500);
        assertThatThrownBy(() -> new Allocation(Collections.nCopies(501, share("0001", 20, 30))))
                .hasMessageContaining("at most 500, not 501");
    }
}
