package energy.registry.ingest.upload;

import energy.registry.domain.evidence.Quality;
import java.math.BigDecimal;

/**
 * Energy that flowed in one interval, as a file says it.
 *
 * @param line where it stands in the file
 * @param start epoch second, UTC
 * @param seconds length
 * @param energyWh exact; a part of a watt-hour is carried to the next interval
 */
public record MeteredInterval(int line, long start, int seconds, BigDecimal energyWh, Quality quality) {
    public long end() {
        return start + seconds;
    }
}
