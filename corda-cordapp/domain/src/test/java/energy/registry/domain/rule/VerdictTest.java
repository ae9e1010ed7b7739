package energy.registry.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class VerdictTest {
    @Test
    void theFirstBrokenRuleIsTheAnswerAndNoLaterCheckIsMade() {
        Verdict verdict = Verdict.firstOf(
                () -> Rule.DEVICE_IS_NEW.holds(true, "not told"),
                () -> Rule.ENERGY_IS_CONSERVED.holds(false, "900 Wh became 901 Wh"),
                () -> {
                    throw new IllegalStateException("checked after a refusal");
                });
        assertThat(verdict.isValid()).isFalse();
        assertThat(verdict.rule()).isEqualTo(Rule.ENERGY_IS_CONSERVED);
        assertThat(verdict.detail()).isEqualTo("900 Wh became 901 Wh");
        assertThat(verdict)
                .hasToString("RULE:ENERGY_IS_CONSERVED The certificates and retirements after a command partition"
                        + " those before it. 900 Wh became 901 Wh");
    }

    @Test
    void whatBreaksNoRuleIsValid() {
        Verdict verdict = Verdict.firstOf(() -> Verdict.VALID, () -> Rule.DEVICE_IS_NEW.holds(true, "not told"));
        assertThat(verdict.isValid()).isTrue();
        assertThat(verdict).hasToString("VALID");
        assertThatThrownBy(verdict::rule).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRuleIsBrokenByWhatWasFound() {
        assertThat(Rule.METER_IS_REGISTERED.isBrokenBy("meter M-7").detail()).isEqualTo("meter M-7");
    }
}
