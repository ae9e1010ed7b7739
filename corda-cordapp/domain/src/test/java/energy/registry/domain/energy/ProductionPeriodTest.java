package energy.registry.domain.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProductionPeriodTest {
    private static final ProductionPeriod QUARTER = ProductionPeriod.between(900, 1_800);

    @ParameterizedTest
    @CsvSource({
        "0, 900, false, false",
        "0, 901, true, false",
        "900, 1800, true, true",
        "900, 1799, true, true",
        "901, 1800, true, true",
        "899, 1800, true, false",
        "900, 1801, true, false",
        "1799, 2700, true, false",
        "1800, 2700, false, false"
    })
    void periodsAreHalfOpen(long start, long end, boolean overlaps, boolean contains) {
        ProductionPeriod other = ProductionPeriod.between(start, end);
        assertThat(QUARTER.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(QUARTER)).isEqualTo(overlaps);
        assertThat(QUARTER.contains(other)).isEqualTo(contains);
    }

    @Test
    void aPeriodLastsAtLeastASecond() {
        assertThat(ProductionPeriod.between(7, 8).seconds()).isEqualTo(1);
        assertThatThrownBy(() -> ProductionPeriod.between(900, 900))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1970-01-01T00:15:00Z");
        assertThatThrownBy(() -> ProductionPeriod.between(900, 899)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsAreOrderedByStartThenEnd() {
        assertThat(QUARTER)
                .isLessThan(ProductionPeriod.between(901, 902))
                .isLessThan(ProductionPeriod.between(900, 1_801))
                .isGreaterThan(ProductionPeriod.between(899, 9_000))
                .isGreaterThan(ProductionPeriod.between(900, 1_799))
                .isEqualByComparingTo(ProductionPeriod.between(900, 1_800));
    }

    @Test
    void equalPeriodsAreOneAndAnyOtherIsNot() {
        assertThat(QUARTER)
                .isEqualTo(ProductionPeriod.between(900, 1_800))
                .hasSameHashCodeAs(ProductionPeriod.between(900, 1_800))
                .isNotEqualTo(ProductionPeriod.between(900, 1_801))
                .isNotEqualTo(ProductionPeriod.between(899, 1_800))
                .isNotEqualTo("900")
                .hasToString("[1970-01-01T00:15:00Z, 1970-01-01T00:30:00Z)");
    }
}
