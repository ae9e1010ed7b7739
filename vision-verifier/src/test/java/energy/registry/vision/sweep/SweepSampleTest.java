package energy.registry.vision.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few clips of each kind of the sweep, so that a change which spoils a figure is seen at once. */
class SweepSampleTest {
    @TempDir
    private Path folder;

    @Test
    void clipsInsideTheEnvelopeAreMeasuredToATenthOfAPercent() throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::envelope, 10, 4);

        assertThat(report.answered()).as(report.text()).isEqualTo(4);
        assertThat(report.error(1)).as(report.text()).isLessThan(SweepReport.ERROR_MAX);
    }

    @Test
    void standingRotorsAreShownToStand() throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::standing, 10, 3);

        assertThat(report.shownStanding()).as(report.text()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void loopsAreFoundUnderASkyThatStandsStill() throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::tampered, 6, 1);

        assertThat(report.trusted()).as(report.text()).isZero();
    }

    @Test
    void foldedSpeedsAreNotGivenAsOthers() throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::beyond, 7, 1);

        assertThat(report.wrong()).as(report.text()).isZero();
    }
}
