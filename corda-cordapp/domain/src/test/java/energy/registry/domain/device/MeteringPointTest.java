package energy.registry.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeteringPointTest {
    /** Bidding zones of Germany-Luxembourg and Great Britain, and numbers with a GS1 check digit. */
    @ParameterizedTest
    @ValueSource(
            strings = {"10Y1001A1001A82H", "10YGB----------A", "571313100000000010", "571313100000000027", "DE0001-A"})
    void checkCharactersThatFitAndNationalFormsPass(String id) {
        assertThat(MeteringPoint.isWellFormed(id).isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10Y1001A1001A82J",
                "10YGB----------B",
                "571313100000000011",
                "751313100000000010",
                "57131310000000010" + "9"
            })
    void aSlipOfThePenIsFound(String id) {
        assertThat(MeteringPoint.isWellFormed(id).toString()).contains(Rule.METERING_POINT_IS_WELL_FORMED.name(), id);
    }

    @Test
    void theDigitOfTheTextbookIsTheCheckDigit() {
        // GS1's own example of the calculation, padded to the length of a GSRN: 376104250021234569.
        assertThat(MeteringPoint.gsrnCheck("376104250021234569")).isEqualTo('9');
    }
}
