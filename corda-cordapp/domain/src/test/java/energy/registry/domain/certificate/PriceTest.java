package energy.registry.domain.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.energy.WattHours;
import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void priceTimesEnergyIsRoundedUpToTheMinorUnit() {
        assertThat(Price.ofMinorPerMegawattHour(4_250).of(WattHours.of(1_000_000)))
                .isEqualTo(4_250);
        assertThat(Price.ofMinorPerMegawattHour(4_250).of(WattHours.of(400_001)))
                .isEqualTo(1_701);
        assertThat(Price.ofMinorPerMegawattHour(1).of(WattHours.of(1))).isEqualTo(1);
        assertThat(Price.ofMinorPerMegawattHour(0).of(WattHours.of(1))).isZero();
    }

    @Test
    void splittingAPurchaseIsNeverCheaper() {
        Price price = Price.ofMinorPerMegawattHour(4_251);
        for (long part = 1; part < 2_000; part += 7) {
            long whole = price.of(WattHours.of(2_000));
            assertThat(price.of(WattHours.of(part)) + price.of(WattHours.of(2_000 - part)))
                    .isGreaterThanOrEqualTo(whole);
        }
    }

    @Test
    void aPriceIsWithinItsLimits() {
        assertThatThrownBy(() -> Price.ofMinorPerMegawattHour(-1)).hasMessageContaining("price");
        assertThatThrownBy(() -> Price.ofMinorPerMegawattHour(Price.MINOR_PER_MWH_MAX + 1))
                .hasMessageContaining("price");
    }

    @Test
    void aProductAboveTheMinorUnitsOfALongIsAFault() {
        Price dearest = Price.ofMinorPerMegawattHour(Price.MINOR_PER_MWH_MAX);
        assertThatThrownBy(() -> dearest.of(WattHours.of(Long.MAX_VALUE))).isInstanceOf(ArithmeticException.class);
    }
}
