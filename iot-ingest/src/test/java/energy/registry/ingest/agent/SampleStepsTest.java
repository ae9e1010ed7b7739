package energy.registry.ingest.agent;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.statement.Opening;
import energy.registry.ingest.statement.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleStepsTest {
    private static final Position FRESH = Position.initial("M");

    private static Sample at(long second, long register) {
        return new Sample(second, register, 0);
    }

    @Test
    void boundariesThatWereReadAreMeasured() {
        List<Step> steps = SampleSteps.over(List.of(at(0, 10), at(450, 15), at(900, 30), at(1_800, 31)), 900, FRESH);
        assertThat(steps).extracting(Step::energyWh).containsExactly(20L, 1L);
        assertThat(steps).extracting(Step::quality).containsOnly(Quality.MEASURED);
        assertThat(steps.get(0).readings()).hasSize(2);
    }

    @Test
    void boundariesBetweenNearSamplesLieOnTheLineRoundedDown() {
        List<Step> steps =
                SampleSteps.over(List.of(at(-100, 0), at(200, 100), at(800, 700), at(1_100, 1_001)), 900, FRESH);
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).registerStart()).isEqualTo(33);
        assertThat(steps.get(0).registerEnd()).isEqualTo(800);
        assertThat(steps.get(0).quality()).isEqualTo(Quality.CALCULATED);
    }

    /** The last sample of the old meter and the first of the new one carry the same time. */
    @Test
    void aNewMeterGoesOnWhereItsExchangeWasRecorded() {
        Instant exchanged = Instant.ofEpochSecond(900);
        Position stood = new Position("M", 0, 1, 2_000L, exchanged, null, new Opening(1, 5L, exchanged), null);
        List<Step> steps = SampleSteps.over(List.of(at(0, 1_000), at(900, 2_000), at(1_800, 45)), 900, stood);
        assertThat(steps).extracting(Step::energyWh).containsExactly(40L);
        assertThat(steps.get(0).registerStart()).isEqualTo(5);
    }

    @Test
    void aHoleIsNotCut() {
        List<Step> steps = SampleSteps.over(
                List.of(at(0, 0), at(900, 10), at(5_000, 90), at(5_400, 100), at(6_300, 110)), 900, FRESH);
        assertThat(steps).extracting(Step::start).containsExactly(0L, 5_400L);
    }

    /** However samples lie, what is stated never exceeds what flowed between the first and the last of them. */
    @Test
    void energyIsNeverInvented() {
        long seed = Long.getLong("seed", 11);
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            List<Sample> samples = new ArrayList<>();
            long second = random.nextInt(5_000);
            long register = random.nextInt(1_000_000);
            for (int i = 0; i < 2 + random.nextInt(200); i++) {
                samples.add(at(second, register));
                second += 1 + random.nextInt(random.nextInt(10) == 0 ? 4_000 : 600);
                register += random.nextInt(5_000);
            }
            List<Step> steps = SampleSteps.over(samples, 900, FRESH);
            long flowed = samples.get(samples.size() - 1).registerWh()
                    - samples.get(0).registerWh();
            long stated = steps.stream().mapToLong(Step::energyWh).sum();
            assertThat(stated).as("seed " + seed + " run " + run).isBetween(0L, flowed);
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).start())
                        .isGreaterThanOrEqualTo(steps.get(i - 1).end());
                assertThat(steps.get(i).registerStart())
                        .isGreaterThanOrEqualTo(steps.get(i - 1).registerEnd());
            }
        }
    }
}
