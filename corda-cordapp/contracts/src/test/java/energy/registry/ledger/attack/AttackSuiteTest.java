package energy.registry.ledger.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replay a campaign with {@code -Dseed=N}; its length is {@code -Dattacks=N}. */
final class AttackSuiteTest {
    private static final int QUICK = 10_000;
    private static final int MORE_ROUNDS_MAX = 400;
    private static final int FULL = 120_000;
    private static final int ESCAPES_SHOWN = 20;

    private final long seed = Long.getLong("seed", 20_261_125L);

    @Test
    void noneOfSomeThousandHostileTransactionsEscapes() {
        Campaign campaign = new Campaign(seed, Attack.all())
                .run(Integer.getInteger("attacks", QUICK), ESCAPES_SHOWN)
                .andEachOnce(MORE_ROUNDS_MAX, ESCAPES_SHOWN);
        System.out.println(campaign.report());
        assertThat(campaign.escapes()).isEmpty();
        assertThat(kinds())
                .as("attacks that never found their moment")
                .isSubsetOf(campaign.made().keySet());
    }

    @Test
    @Tag("slow")
    void noneOfAHundredThousandHostileTransactionsEscapes() {
        Campaign campaign = new Campaign(seed + 1_000_000, Attack.all()).run(FULL, ESCAPES_SHOWN);
        System.out.println(campaign.report());
        assertThat(campaign.total()).isGreaterThanOrEqualTo(100_000);
        assertThat(campaign.escapes()).isEmpty();
    }

    private static List<String> kinds() {
        return Attack.all().stream().map(attack -> attack.name).collect(Collectors.toList());
    }
}
