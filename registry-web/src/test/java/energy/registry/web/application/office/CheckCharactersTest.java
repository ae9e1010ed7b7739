package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that are in use, and what one wrong character does to them. */
final class CheckCharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10Y1001A1001A82H",
                "10YFR-RTE------C",
                "10YGB----------A",
                "10YNL----------L",
                "10YAT-APG------L"
            })
    void zonesOfEuropeHaveTheirCheckCharacter(String zone) {
        assertThat(CheckCharacters.eic(zone)).isTrue();
        char wrong = zone.charAt(3) == '7' ? '8' : '7';
        assertThat(CheckCharacters.eic(zone.substring(0, 3) + wrong + zone.substring(4)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"571313100000000010", "735999100000000003"})
    void aMeteringPointHasItsCheckDigit(String point) {
        assertThat(CheckCharacters.gsrn(point)).isTrue();
        char wrong = point.charAt(10) == '7' ? '8' : '7';
        assertThat(CheckCharacters.gsrn(point.substring(0, 10) + wrong + point.substring(11)))
                .isFalse();
    }
}
