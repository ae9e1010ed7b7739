package energy.registry.vision.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole sweep: {@code -Dsweep.seed=50000 -Dsweep.clips=500}, in one piece or in parts: with {@code -Dsweep.results=FILE}
 * it goes on with what the file lacks, with {@code -Dsweep.minutes=11} it ends in time and judges what there is. The report
 * is printed whether the test passes or not.
 */
@Tag("slow")
class SyntheticSweepTest {
    private static final int CLIPS = Integer.getInteger("sweep.clips", 500);
    private static final long SEED = Long.getLong("sweep.seed", 50_000);
    private static final long MINUTES = Long.getLong("sweep.minutes", 24 * 60);
    private static final String RESULTS = System.getProperty("sweep.results");

    @TempDir
    private Path folder;

    @Test
    void answersInsideTheEnvelopeIsNeverWrongBeyondAndTrustsNothingTamperedWith() throws IOException {
        Sweep sweep = RESULTS == null ? new Sweep(folder) : new Sweep(folder, Path.of(RESULTS));
        SweepReport report = sweep.run(SweepCases::of, SEED, CLIPS, TimeUnit.MINUTES.toNanos(MINUTES));
        System.out.printf("seeds %d to %d, %d clips measured%n", SEED, SEED + CLIPS - 1, report.clips());
        System.out.print(report.text());

        assertThat(report.answered()).isGreaterThanOrEqualTo((int) (0.95 * report.count(SweepCase.Kind.ENVELOPE)));
        assertThat(report.error(1)).isLessThanOrEqualTo(SweepReport.ERROR_MAX);
        assertThat(report.wrong()).isZero();
        assertThat(report.trusted()).isZero();
        assertThat(report.coveragePart()).isBetween(0.92, 0.99);
        assertThat(report.shownStanding()).isGreaterThanOrEqualTo((int) (0.8 * report.count(SweepCase.Kind.STANDING)));
    }
}
