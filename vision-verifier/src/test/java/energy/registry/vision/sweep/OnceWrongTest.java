package energy.registry.vision.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips of a sweep that an earlier version answered wrongly, or surer than it was right. */
class OnceWrongTest {
    @TempDir
    private Path folder;

    /** Two rotors, the one that is meant seen from the side: the other one's speed was given without doubt. */
    @ParameterizedTest
    @ValueSource(longs = 6_000_045)
    void doesNotTakeTheNeighbourForTheRotor(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.wrong()).as(report.text()).isZero();
    }

    /**
     * One picture under noise that the encoder kept in places, loops before a sky that the encoder alone changed, one
     * under more noise than it had, and a camera that was turned along the horizon, which a look told a pixel too high.
     */
    @ParameterizedTest
    @ValueSource(longs = {9_000_038, 9_000_327, 9_501_477, 9_600_058, 50_068})
    void trustsNothingOfTheseTamperedClips(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.count(SweepCase.Kind.TAMPERED)).isOne();
        assertThat(report.trusted()).as(report.text()).isZero();
    }

    /** Of a fast rotor whose blades nobody had counted the second harmonic, folded back, passed for five blades at a tenth of the speed. */
    @ParameterizedTest
    @ValueSource(longs = 9_600_095)
    void doesNotTakeAFoldedHarmonicForARotor(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.wrong()).as(report.text()).isZero();
    }

    /** A rotor too faint to be seen turning, before something that passed for blades at rest. */
    @ParameterizedTest
    @ValueSource(longs = {9_800_075, 9_800_206, 9_800_344})
    void doesNotTakeATowerAndFaintEdgesForARotor(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.wrong()).as(report.text()).isZero();
    }

    /** Blades that were lost to their own roots, a blade and the tower taken for a second rotor, an exposure that wavers. */
    @ParameterizedTest
    @ValueSource(longs = {9_000_079, 9_000_109, 9_000_179, 9_000_189, 9_000_199})
    void showsARotorThatStands(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.shownStanding()).as(report.text()).isOne();
    }

    /** Frames at a nearly whole part of a few passes, and gusts: the speed was off by up to 4.4 of its own standard uncertainties. */
    @ParameterizedTest
    @ValueSource(longs = {6_000_242, 6_000_234, 6_000_174})
    void statesHowSureItIsWhereFramesAndPassesFallTogetherAndInGusts(long seed) throws IOException {
        SweepReport report = new Sweep(folder).run(SweepCases::of, seed, 1);

        assertThat(report.intervals()).as(report.text()).isOne();
        assertThat(report.coveragePart()).as(report.text()).isOne();
    }
}
