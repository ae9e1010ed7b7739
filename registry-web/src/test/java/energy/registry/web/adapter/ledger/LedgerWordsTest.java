package energy.registry.web.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.rule.Rule;
import energy.registry.web.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerWordsTest {
    @Test
    void aFreezeSaysWhatItMeansAndWhoKnowsMore() {
        Refusal refusal =
                LedgerWords.explained(Refusal.conflict("SUBJECT_IS_NOT_FROZEN", "ACCOUNT globex is frozen by FR-7K2M"));
        assertThat(refusal.rule()).isEqualTo("SUBJECT_IS_NOT_FROZEN");
        assertThat(refusal.detail())
                .startsWith("Account globex is frozen (FR-7K2M). Until the freeze ends")
                .contains("Ask the issuing body");
        assertThat(LedgerWords.explained(Refusal.conflict("SUBJECT_IS_NOT_FROZEN", "DEVICE WTG-0001 is frozen by FR-1"))
                        .detail())
                .startsWith("Device WTG-0001 is frozen (FR-1).");
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsSaidByItsSentenceAndNeverTwice(Rule rule) {
        Refusal said = LedgerWords.explained(Refusal.conflict(rule.name(), "output 2"));
        assertThat(said.detail()).isEqualTo(rule.sentence() + " (output 2)");
        assertThat(LedgerWords.explained(said)).isEqualTo(said);
    }

    @Test
    void whatNamesNoRuleOfTheLedgerIsLeftAsItIs() {
        Refusal refusal = new Refusal(Refusal.Kind.INVALID, "INVALID_INPUT", "Send a day.", "day", "x");
        assertThat(LedgerWords.explained(refusal)).isEqualTo(refusal);
    }
}
