package energy.registry.vision.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole sweep: {@code -Dsweep.clips=500 -Dsweep.seed=5000}. Four tenths of the clips lie inside the envelope, three
 * beyond it, two are tampered with, one shows a rotor at rest. The report is printed whether the test passes or not.
 */
@Tag("slow")
class SyntheticSweepTest {
    private static final int CLIPS = Integer.getInteger("sweep.clips", 500);
    private static final long SEED = Long.getLong("sweep.seed", 5_000);

    @TempDir
    private Path folder;

    @Test
    void answersInsideTheEnvelopeIsNeverWrongBeyondAndTrustsNothingTamperedWith() throws IOException {
        SweepReport report = new Sweep(folder)
                .run(SweepCases::envelope, SEED, CLIPS * 4 / 10)
                .run(SweepCases::beyond, SEED, CLIPS * 3 / 10)
                .run(SweepCases::tampered, SEED, CLIPS * 2 / 10)
                .run(SweepCases::standing, SEED, CLIPS / 10)
                .report;
        System.out.print(report.text());

        assertThat(report.answered).isGreaterThanOrEqualTo((int) (0.95 * report.envelope));
        assertThat(report.error(1)).isLessThanOrEqualTo(0.001);
        assertThat(report.wrong).isZero();
        assertThat(report.trusted).isZero();
        assertThat(report.coveragePart()).isBetween(0.92, 0.99);
        assertThat(report.shownStanding).isGreaterThanOrEqualTo((int) (0.8 * report.standing));
    }
}
