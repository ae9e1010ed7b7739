package energy.registry.domain.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random claims of one meter, true and false, in any order, against a model that knows one thing: which quarter hours
 * were issued. Replay a run with {@code -Dseed=N}.
 */
final class CursorSimulationTest {
    private static final int QUARTERS = 32;
    private static final int CLAIMS = 150;
    private static final int RUN_MAX = 6;

    private final long seed = Long.getLong("seed", 20_261_122L);
    private final Random random = new Random(seed);
    private final Plant plant = Plant.of("0002", "windpark-nord");
    private final long[] registers = new long[QUARTERS + 1];
    private final BitSet issued = new BitSet();
    private long issuedWh;

    @Test
    void noQuarterHourIsIssuedTwiceAndSerialsAreOneUnbrokenRow() {
        for (int i = 1; i <= QUARTERS; i++) {
            registers[i] = registers[i - 1] + random.nextInt(100_000);
        }
        MeterCursor cursor = MeterCursor.fresh(plant.device(), Keypair.fresh().key());
        for (int i = 0; i < CLAIMS; i++) {
            cursor = step(cursor);
        }
        assertThat(issued.cardinality())
                .as("seed %d issues most of the day", seed)
                .isGreaterThan(QUARTERS / 2);
        assertThat(cursor.position().serialNextWh()).isEqualTo(issuedWh);
    }

    private MeterCursor step(MeterCursor cursor) {
        int start = random.nextInt(QUARTERS);
        int length = 1 + random.nextInt(Math.min(RUN_MAX, QUARTERS - start));
        long lie = random.nextInt(4) == 0 ? 1 + random.nextInt(5_000) : 0;
        SignedClaim claim = plant.says(start, run(start, length, lie)).claim();
        MeterCursor.Acceptance acceptance = cursor.accept(
                claim, new PlatformSignatures(), "O=Issuing Body,L=Brussels,C=BE", Plant.MIDNIGHT + 86_400);
        boolean free = issued.get(start, start + length).isEmpty();
        if (!free) {
            assertThat(acceptance.verdict().isValid())
                    .as("seed %d: %d+%d overlaps %s", seed, start, length, issued)
                    .isFalse();
        }
        if (!acceptance.verdict().isValid()) {
            return cursor;
        }
        accept(cursor, acceptance, start, length, lie);
        return acceptance.next();
    }

    private void accept(MeterCursor before, MeterCursor.Acceptance acceptance, int start, int length, long lie) {
        long energy = registers[start + length] - registers[start] + lie;
        Optional<CertificateBundle> bundle = acceptance.bundle();
        assertThat(acceptance.next().position().serialNextWh())
                .isEqualTo(before.position().serialNextWh() + energy);
        assertThat(bundle.isPresent()).isEqualTo(energy > 0);
        issued.set(start, start + length);
        issuedWh += energy;
        if (lie > 0) {
            shift(start + length, lie);
        }
    }

    /** A lie that was believed moves the register for good: a meter cannot take back what it has said. */
    private void shift(int from, long lie) {
        for (int i = from; i <= QUARTERS; i++) {
            registers[i] += lie;
        }
    }

    private long[] run(int start, int length, long lie) {
        long[] run = new long[length + 1];
        System.arraycopy(registers, start, run, 0, length + 1);
        run[length] += lie;
        return run;
    }
}
