package energy.registry.ops.twin;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.energy.ProductionPeriod;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long MIDNIGHT = 1_794_960_000L / 86_400 * 86_400;
    private static final long NONE = Long.MIN_VALUE;
    private final Schedule schedule = new Schedule(900);

    @Test
    void startsWithTheLastEightCompletedIntervals() {
        List<ProductionPeriod> due = schedule.due(MIDNIGHT + 100, NONE, start -> true);
        assertThat(due).hasSize(8);
        assertThat(due.get(0).startEpochSecond()).isEqualTo(MIDNIGHT - 7_200);
        assertThat(due.get(7).endEpochSecond()).isEqualTo(MIDNIGHT);
    }

    @Test
    void goesOnFromWhereItStopped() {
        assertThat(schedule.due(MIDNIGHT + 1_000, MIDNIGHT, start -> true))
                .containsExactly(ProductionPeriod.between(MIDNIGHT, MIDNIGHT + 900));
        assertThat(schedule.due(MIDNIGHT + 100, MIDNIGHT, start -> true)).isEmpty();
    }

    @Test
    void leavesOutWhatIsLongerAgoThanItsBackfill() {
        assertThat(schedule.due(MIDNIGHT, MIDNIGHT - 86_400 * 3, start -> true)).hasSize(8);
    }

    @Test
    void startsAnArraysHistoryInTheLastDaylight() {
        long dusk = MIDNIGHT - 7 * 3_600;
        List<ProductionPeriod> due = schedule.due(MIDNIGHT, NONE, start -> start < dusk);
        assertThat(due.get(0).startEpochSecond()).isEqualTo(dusk - 7_200);
        assertThat(due).hasSize(8 + 28);
    }

    @Test
    void knowsWhenTheNextIntervalIsComplete() {
        assertThat(schedule.untilNext(MIDNIGHT)).isEqualTo(900);
        assertThat(schedule.untilNext(MIDNIGHT + 899)).isEqualTo(1);
    }
}
