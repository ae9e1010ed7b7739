package energy.registry.ingest.agent;

import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Reading;
import java.util.List;

/** One interval as it will be stated. */
public record Step(
        long start, int seconds, long registerStart, long registerEnd, Quality quality, List<Reading> readings) {
    public Step {
        readings = List.copyOf(readings);
    }

    public long end() {
        return start + seconds;
    }

    long energyWh() {
        return registerEnd - registerStart;
    }

    boolean isFollowedBy(Step next) {
        return next.start == end() && next.registerStart == registerEnd && next.quality == quality;
    }
}
