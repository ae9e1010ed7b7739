package energy.registry.ingest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.golden.RecordedMeter.Row;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A made-up machine in air that warms by twelve degrees on the day the fraud begins: thin air hides it, unless it is known. */
class AirDensityTest {
    private static final int ROW_SECONDS = 600;
    private static final int ROWS_A_DAY = 144;
    private static final int WARM_FROM_DAY = 40;
    private static final int DAYS = 60;
    private static final double COLD = 5;
    private static final double WARM = 17;
    private static final int NOT_HELD = Integer.MAX_VALUE;

    @Test
    void thinAirHidesATwentiethOnlyFromWhoDoesNotKnowTheTemperature() {
        assertThat(daysUntilHeld(1.05, true)).isBetween(1, 7);
        assertThat(daysUntilHeld(1.05, false)).isGreaterThan(7);
    }

    @Test
    void anHonestMachineIsNotHeldWhateverTheAirDoes() {
        assertThat(daysUntilHeld(1, true)).isEqualTo(NOT_HELD);
        assertThat(daysUntilHeld(1, false)).isEqualTo(NOT_HELD);
    }

    private static int daysUntilHeld(double factor, boolean temperatureStated) {
        Random random = new Random(7);
        RecordedMeter meter = new RecordedMeter(Plants.kelmarsh(), ROW_SECONDS);
        for (int i = 0; i < DAYS * ROWS_A_DAY; i++) {
            int day = i / ROWS_A_DAY;
            double celsius = day < WARM_FROM_DAY ? COLD : WARM;
            double rpm = 9.5 + 3.5 * random.nextDouble();
            double density = 288.15 / (celsius + 273.15);
            double honest = (370 * Math.pow(rpm, 3) - 65_000) * density * (1 + 0.04 * random.nextGaussian());
            Map<String, Long> witnesses = new HashMap<>();
            witnesses.put("rotor_rpm", Math.round(rpm * 1_000));
            if (temperatureStated) {
                witnesses.put("air_c", Math.round(celsius * 1_000));
            }
            double power = day < WARM_FROM_DAY ? honest : honest * factor;
            List<Finding> noticed = meter.say(new Row(i * (long) ROW_SECONDS, power, witnesses));
            if (noticed.stream().anyMatch(each -> each.outcome() == Outcome.HOLD)) {
                return day - WARM_FROM_DAY + 1;
            }
        }
        return NOT_HELD;
    }
}
