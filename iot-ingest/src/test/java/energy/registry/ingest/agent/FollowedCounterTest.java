package energy.registry.ingest.agent;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.register.Counter;
import energy.registry.ingest.register.CounterStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the doors make of counters: one register that neither rolls over nor falls. */
class FollowedCounterTest {
    private static final long CAPACITY_W = 2_000_000;
    private static final int QUARTER = 900;
    private static final long FULL = 1L << 32;

    private final List<CounterStep> told = new ArrayList<>();

    @Test
    void aCounterOf32BitsGoesOnBeyondItsWidthAlsoAfterARestart() {
        FollowedCounter before = counter(Counter.of32Bits(0), null);
        take(before, 0, FULL - 100);
        assertThat(take(before, QUARTER, 50)).isEqualTo(FULL + 50);

        FollowedCounter after = counter(Counter.of32Bits(0), new Sample(QUARTER, 5 * FULL + 30, 0));
        assertThat(take(after, 2 * QUARTER, 100)).isEqualTo(5 * FULL + 100);

        FollowedCounter tens = counter(Counter.of32Bits(1), new Sample(0, 10 * FULL - 20, 0));
        assertThat(take(tens, QUARTER, 30)).as("tens of watt-hours").isEqualTo(10 * FULL + 30);
    }

    @Test
    void aZeroThatIsSeenEverySecondIsNoNewBeginning() {
        FollowedCounter counter = counter(Counter.WIDE, new Sample(0, 10_000_000, 0));
        for (int second = 1; second < 60; second++) {
            assertThat(take(counter, second, 0)).isNull();
        }
        assertThat(take(counter, 60, 10_000_400)).isEqualTo(10_000_400);
        assertThat(told.get(told.size() - 1)).isInstanceOf(CounterStep.Recovered.class);
    }

    @Test
    void aCounterThatBeginsAnewForCertainGoesOnTopAndWhatIsUnknownIsNotCounted() {
        FollowedCounter counter = counter(Counter.WIDE, new Sample(0, 10_000_000, 0));
        assertThat(take(counter, 60, 500)).isNull();
        assertThat(take(counter, 500, 9_500)).isNull();
        assertThat(take(counter, 60 + QUARTER, 20_500))
                .as("what it gained since it was seen anew")
                .isEqualTo(10_020_000);
        assertThat(take(counter, 60 + 2 * QUARTER, 30_500)).isEqualTo(10_030_000);
    }

    @Test
    void aLeapThatNoEnergyExplainsIsLeftAside() {
        FollowedCounter counter = counter(Counter.WIDE, new Sample(0, 10_000_000, 0));
        assertThat(take(counter, QUARTER, 90_000_000)).isNull();
        assertThat(told).singleElement().isInstanceOf(CounterStep.Suspect.class);
    }

    @Test
    void aRegisterThatRepeatsItselfAndItsClockSaysNothingAndLosesNothing() {
        FollowedCounter counter = counter(Counter.WIDE, new Sample(0, 1_000, 0));
        assertThat(take(counter, QUARTER, 2_000)).isEqualTo(2_000);
        assertThat(take(counter, QUARTER, 2_000)).isNull();
        assertThat(take(counter, 3 * QUARTER, 5_000)).isEqualTo(5_000);
        assertThat(told).singleElement().isInstanceOf(CounterStep.Repeated.class);
    }

    @Test
    void historyTakesItsPlaceBelow() {
        FollowedCounter counter = counter(Counter.of32Bits(0), new Sample(0, FULL - 500, 0));
        assertThat(take(counter, 2 * QUARTER, 300)).isEqualTo(FULL + 300);
        assertThat(take(counter, QUARTER, FULL - 100)).isEqualTo(FULL - 100);
    }

    private static FollowedCounter counter(Counter kind, Sample last) {
        return new FollowedCounter(kind.on(CAPACITY_W, QUARTER), last);
    }

    private Long take(FollowedCounter counter, long at, long shownWh) {
        List<Sample> samples = counter.take(List.of(new Sample(at, shownWh, 0)), told::add);
        return samples.isEmpty() ? null : samples.get(0).registerWh();
    }
}
