package energy.registry.ingest.upload;

import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.upload.UploadFinding.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings a file's intervals to the device's registered length: shorter ones are added up where they fill an interval
 * completely, longer ones are refused, because nothing says how their energy divides.
 */
public final class IntervalGrid {
    /** Findings told about one file; the first ones name the pattern. */
    public static final int FINDINGS_MAX = 100;

    private final int seconds;
    private final List<UploadFinding> findings = new ArrayList<>();
    private final List<MeteredInterval> whole = new ArrayList<>();

    private IntervalGrid(int seconds) {
        this.seconds = seconds;
    }

    /** @param intervals in any order */
    public static Aligned align(List<MeteredInterval> intervals, int seconds) {
        IntervalGrid grid = new IntervalGrid(seconds);
        List<MeteredInterval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingLong(MeteredInterval::start));
        List<MeteredInterval> sound = grid.sound(sorted);
        if (grid.findings.isEmpty()) {
            grid.fill(sound);
        }
        return new Aligned(grid.whole, grid.findings);
    }

    private List<MeteredInterval> sound(List<MeteredInterval> sorted) {
        List<MeteredInterval> sound = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (MeteredInterval interval : sorted) {
            if (interval.energyWh().signum() < 0) {
                refuse(UploadRule.ENERGY_NEGATIVE, interval, interval.energyWh().toPlainString() + " Wh");
            } else if (interval.start() < end) {
                refuse(UploadRule.INTERVAL_OVERLAP, interval, "This one begins before another ends");
            } else if (interval.seconds() <= 0 || seconds % interval.seconds() != 0) {
                refuse(UploadRule.INTERVAL_LENGTH, interval, interval.seconds() + " s, registered " + seconds + " s");
            } else if (Math.floorMod(interval.start(), interval.seconds()) != 0) {
                refuse(UploadRule.INTERVAL_OFF_GRID, interval, "This one begins between two boundaries");
            } else {
                sound.add(interval);
            }
            end = Math.max(end, interval.end());
        }
        return sound;
    }

    private void fill(List<MeteredInterval> sound) {
        int i = 0;
        while (i < sound.size()) {
            long start = Math.floorDiv(sound.get(i).start(), seconds) * seconds;
            int from = i;
            long covered = 0;
            while (i < sound.size() && sound.get(i).start() < start + seconds) {
                covered += sound.get(i).seconds();
                i++;
            }
            if (covered == seconds) {
                whole.add(sum(start, sound.subList(from, i)));
            } else {
                refuse(UploadRule.INTERVAL_LENGTH, sound.get(from), "Only " + covered + " s of " + seconds + " s come");
            }
        }
    }

    private MeteredInterval sum(long start, List<MeteredInterval> parts) {
        BigDecimal energy = parts.stream().map(MeteredInterval::energyWh).reduce(BigDecimal.ZERO, BigDecimal::add);
        Quality worst = parts.stream()
                .map(MeteredInterval::quality)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new MeteredInterval(parts.get(0).line(), start, seconds, energy, worst);
    }

    private void refuse(UploadRule rule, MeteredInterval interval, String seen) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(UploadFinding.of(
                    rule,
                    Place.at(interval.line(), "interval"),
                    java.time.Instant.ofEpochSecond(interval.start()),
                    seen));
        }
    }

    /** @param intervals of the registered length, in order; meaningful when there are no findings */
    public record Aligned(List<MeteredInterval> intervals, List<UploadFinding> findings) {
        public Aligned {
            intervals = List.copyOf(intervals);
            findings = List.copyOf(findings);
        }
    }
}
