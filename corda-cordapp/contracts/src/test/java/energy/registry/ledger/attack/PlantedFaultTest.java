package energy.registry.ledger.attack;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.rule.Rule;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the contract is switched off once: the attacks that are aimed at it must notice. */
final class PlantedFaultTest {
    /** A rule is broken at the latest on the third stage of a campaign; more moves find nothing new. */
    private static final int ATTACKS_MAX = 400;

    /**
     * Rules that a flow asks before it builds a transaction, because a transaction alone cannot show them: what exists,
     * what a client wanted to spend at most, and who came first. A node's answer names them; no contract can.
     */
    private static final Set<Rule> ASKED_BY_FLOWS = Collections.unmodifiableSet(EnumSet.of(
            Rule.ACCOUNT_ID_IS_NEW,
            Rule.APPROVAL_IS_GIVEN,
            Rule.DEVICE_EXISTS,
            Rule.CERTIFICATE_EXISTS,
            Rule.TOTAL_IS_WITHIN_LIMIT,
            Rule.LEDGER_IS_NOT_CONTENDED));

    private final long seed = Long.getLong("seed", 20_261_125L);

    static Set<Rule> aimedAt() {
        return Attack.all().stream()
                .flatMap(attack -> attack.aims.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    }

    @Test
    void everyRuleOfTheContractIsAimedAt() {
        Set<Rule> rest = EnumSet.allOf(Rule.class);
        rest.removeAll(ASKED_BY_FLOWS);
        assertThat(aimedAt()).isEqualTo(rest);
    }

    @ParameterizedTest
    @MethodSource("aimedAt")
    void aRuleThatIsSwitchedOffIsMissed(Rule rule) {
        List<Attack> attacks = Attack.all().stream()
                .filter(attack -> attack.aims.contains(rule))
                .collect(Collectors.toList());
        try (PlantedFault fault = PlantedFault.in(rule)) {
            Campaign campaign = new Campaign(seed, attacks).run(ATTACKS_MAX, 1);
            assertThat(campaign.escapes())
                    .as("%s off, seed %d, %s", rule, seed, Arrays.asList(fault))
                    .isNotEmpty();
        }
    }
}
