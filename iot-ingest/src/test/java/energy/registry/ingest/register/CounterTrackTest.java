package energy.registry.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Counters as they really behave: they wrap, stray, begin anew, repeat themselves and are exchanged. */
class CounterTrackTest {
    private static final long CAPACITY_W = 2_050_000;
    private static final long QUARTER = 900;
    private static final long MODULUS = 1L << 32;

    @Test
    void aCounterOf32BitsWrapsAndLosesNothing() {
        CounterTrack track = new CounterTrack(CounterTerms.of32Bits(1, CAPACITY_W));
        assertThat(track.take(0, MODULUS - 100_000)).isInstanceOf(CounterStep.Begins.class);
        assertThat(track.take(QUARTER, 150_000)).isEqualTo(new CounterStep.Rollover(250_000));
        assertThat(track.take(2 * QUARTER, 250_000)).isEqualTo(new CounterStep.Continues(100_000));
        assertThat(track.totalWh()).isEqualTo(350_000);
    }

    @Test
    void aTransientZeroIsNoBaseForTheNextDifference() {
        CounterTrack track = new CounterTrack(CounterTerms.wide(1, 5_000));
        track.take(0, 53_700_000);
        track.take(QUARTER, 53_701_000);
        assertThat(track.take(2 * QUARTER, 0)).isInstanceOf(CounterStep.Suspect.class);
        assertThat(track.take(3 * QUARTER, 53_703_000)).isEqualTo(new CounterStep.Recovered(2_000, 1));
        assertThat(track.totalWh()).isEqualTo(3_000);
    }

    @Test
    void aLeapUpIsNotBelievedEither() {
        CounterTrack track = new CounterTrack(CounterTerms.wide(1, 5_000));
        track.take(0, 1_000);
        assertThat(track.take(QUARTER, 15_500_000)).isInstanceOf(CounterStep.Suspect.class);
        assertThat(track.take(2 * QUARTER, 3_000)).isEqualTo(new CounterStep.Recovered(2_000, 1));
    }

    @Test
    void aNewBeginningIsBelievedAfterThreeValuesThatAgree() {
        CounterTrack track = new CounterTrack(CounterTerms.wide(1, CAPACITY_W));
        track.take(0, 9_000_000);
        assertThat(track.take(QUARTER, 40)).isInstanceOf(CounterStep.Suspect.class);
        assertThat(track.take(2 * QUARTER, 100_040)).isInstanceOf(CounterStep.Suspect.class);
        assertThat(track.take(3 * QUARTER, 250_040)).isEqualTo(new CounterStep.Reset(250_000, 9_000_000));
        assertThat(track.take(4 * QUARTER, 350_040)).isEqualTo(new CounterStep.Continues(100_000));
        assertThat(track.totalWh()).isEqualTo(350_000);
    }

    /** Aidon meters say one register and its clock twice, then an hour's energy of two. */
    @Test
    void aRegisterThatRepeatsItsClockLosesNoEnergy() {
        CounterTrack track = new CounterTrack(CounterTerms.wide(10, 20_000));
        track.take(0, 109_552_250);
        assertThat(track.take(3_600, 109_554_020)).isEqualTo(new CounterStep.Continues(1_770));
        assertThat(track.take(3_600, 109_554_020)).isInstanceOf(CounterStep.Repeated.class);
        assertThat(track.take(10_800, 109_562_070)).isEqualTo(new CounterStep.Continues(8_050));
        assertThat(track.totalWh()).isEqualTo(9_820);
    }

    @Test
    void anExchangeThatWasRecordedGoesOnWithTheNewMeter() {
        CounterTrack track = new CounterTrack(CounterTerms.wide(1, CAPACITY_W));
        track.take(0, 9_000_000);
        assertThat(track.exchange(QUARTER, 9_100_000, 7)).isEqualTo(new CounterStep.Continues(100_000));
        assertThat(track.take(2 * QUARTER, 50_007)).isEqualTo(new CounterStep.Continues(50_000));
        assertThat(track.exchange(3 * QUARTER, 40_000, 7)).isInstanceOf(CounterStep.Disordered.class);
        assertThat(track.totalWh()).isEqualTo(150_000);
    }

    @Test
    void whateverStraysAndGapsAndRepetitionsComeTheSumIsTheTruth() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            CounterTrack track = new CounterTrack(CounterTerms.of32Bits(1, CAPACITY_W));
            long start = MODULUS - random.nextInt(20_000_000);
            long truth = 0;
            long at = 0;
            track.take(0, start);
            for (int i = 0; i < 300; i++) {
                at += QUARTER;
                truth += random.nextInt(512_500);
                long shown = (start + truth) % MODULUS;
                int fault = random.nextInt(10);
                if (fault == 0) {
                    track.take(at, (shown + 50_000_000 + random.nextInt(1_000_000_000)) % MODULUS);
                } else if (fault > 1) {
                    track.take(at, shown);
                }
                if (fault == 2) {
                    track.take(at, shown);
                }
            }
            at += QUARTER;
            track.take(at, (start + truth) % MODULUS);
            assertThat(track.totalWh()).as("seed %d, run %d", seed, run).isEqualTo(truth);
        }
    }
}
