package energy.registry.ledger.flow;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();

    @Test
    void whoComesFirstGoesFirst() {
        CompletableFuture<Boolean> first = turns.take("a", singletonList("offer"));
        CompletableFuture<Boolean> second = turns.take("b", singletonList("offer"));
        CompletableFuture<Boolean> third = turns.take("c", singletonList("offer"));

        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isNotDone();
        turns.leave("a");
        assertThat(second).isCompletedWithValue(true);
        assertThat(third).isNotDone();
        turns.leave("b");
        assertThat(third).isCompletedWithValue(true);
    }

    @Test
    void whoWantsOtherThingsDoesNotWait() {
        turns.take("a", singletonList("offer"));
        assertThat(turns.take("b", singletonList("another offer"))).isCompletedWithValue(true);
    }

    @Test
    void allThatIsWantedComesAtOnceSoThatNobodyWaitsForEver() {
        turns.take("a", asList("money", "offer"));
        CompletableFuture<Boolean> both = turns.take("b", asList("offer", "money"));
        CompletableFuture<Boolean> money = turns.take("c", singletonList("money"));

        turns.leave("a");
        assertThat(both).isCompletedWithValue(true);
        assertThat(money).isNotDone();
        turns.leave("b");
        assertThat(money).isCompletedWithValue(true);
    }

    @Test
    void whoGivesUpWaitingBlocksNobody() {
        turns.take("a", singletonList("offer"));
        turns.take("b", singletonList("offer"));
        CompletableFuture<Boolean> last = turns.take("c", singletonList("offer"));

        turns.leave("b");
        turns.leave("a");
        assertThat(last).isCompletedWithValue(true);
        turns.leave("nobody");
    }

    @Test
    void askingAgainUnderTheSameNameKeepsThePlace() {
        turns.take("a", singletonList("offer"));
        CompletableFuture<Boolean> once = turns.take("b", singletonList("offer"));
        assertThat(turns.take("b", singletonList("offer"))).isSameAs(once);
        turns.leave("a");
        assertThat(once).isCompletedWithValue(true);
    }
}
