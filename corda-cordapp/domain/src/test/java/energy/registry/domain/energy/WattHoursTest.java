package energy.registry.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WattHoursTest {
    private static final WattHours FIVE = WattHours.of(5);

    @Test
    void energyIsAddedAndTakenExactly() {
        assertThat(FIVE.plus(WattHours.of(2)).toLong()).isEqualTo(7);
        assertThat(FIVE.minus(WattHours.of(2)).toLong()).isEqualTo(3);
        assertThat(FIVE.minus(FIVE)).isSameAs(WattHours.ZERO);
    }

    @Test
    void energyIsNeverNegativeAndNeverWrapsRound() {
        assertThatThrownBy(() -> WattHours.of(-1)).hasMessage("energy is not negative: -1 Wh");
        assertThatThrownBy(() -> FIVE.minus(WattHours.of(6))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WattHours.of(Long.MAX_VALUE).plus(WattHours.of(1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void onlyNothingIsZero() {
        assertThat(WattHours.ZERO.isZero()).isTrue();
        assertThat(WattHours.of(1).isZero()).isFalse();
    }

    @Test
    void energyIsOrderedAndEqualByItsAmount() {
        assertThat(FIVE)
                .isLessThan(WattHours.of(6))
                .isGreaterThan(WattHours.of(4))
                .isEqualTo(WattHours.of(5))
                .hasSameHashCodeAs(WattHours.of(5))
                .isNotEqualTo(WattHours.of(4))
                .isNotEqualTo(5L)
                .hasToString("5 Wh");
        assertThat(FIVE.hashCode()).isNotEqualTo(WattHours.of(6).hashCode());
    }
}
