package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.fixture.RunningIngest;
import energy.registry.ingest.fixture.TestMeter;
import energy.registry.ingest.fixture.TestMeter.Message;
import energy.registry.ingest.fixture.TestPlant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever order a stream comes in, and however often, the same intervals follow. */
class AnyOrderTest {
    private static final int ROUNDS = 4;
    private static final int STATEMENTS = 24;

    @Test
    void anyPermutationAndDuplicationOfAStreamGivesTheSameIntervals() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        try (RunningIngest ingest = RunningIngest.withLongGrace()) {
            for (int round = 0; round < ROUNDS; round++) {
                TestPlant plant = ingest.plant("ORDER-" + round, CameraPolicy.REQUIRED);
                long expected = stream(ingest, plant.meter(), random);
                String mine = " from interval where device_id = '" + plant.deviceId() + "'";
                assertThat(ingest.database.number("select count(*)" + mine))
                        .as("seed %d", seed)
                        .isEqualTo(STATEMENTS);
                assertThat(ingest.database.number("select sum(energy_wh)" + mine))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
                assertThat(ingest.database.number("select count(*) from early"))
                        .as("seed %d", seed)
                        .isZero();
                assertThat(ingest.database.number("select count(*) from quarantine"))
                        .as("seed %d", seed)
                        .isZero();
            }
        }
    }

    /** Sends a shuffled stream with repetitions; returns its energy. */
    private static long stream(RunningIngest ingest, TestMeter meter, Random random) throws Exception {
        List<Message> sent = new ArrayList<>();
        long energy = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            long wattHours = random.nextInt(400_000);
            energy += wattHours;
            sent.add(meter.next(wattHours));
        }
        List<Message> shuffled = new ArrayList<>(sent);
        for (int i = 0; i < STATEMENTS / 3; i++) {
            shuffled.add(sent.get(random.nextInt(STATEMENTS)));
        }
        Collections.shuffle(shuffled, random);
        for (Message message : shuffled) {
            assertThat(ingest.send(message).status()).isEqualTo(202);
        }
        return energy;
    }
}
