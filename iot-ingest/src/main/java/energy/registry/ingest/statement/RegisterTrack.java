package energy.registry.ingest.statement;

import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The samples' registers against the boundaries' registers: between two boundaries, a sample lies between their values. */
final class RegisterTrack {
    private RegisterTrack() {}

    static Optional<Refusal> offRegister(IntervalStatement statement, List<Reading> readings) {
        long[] registers = statement.registersWh();
        long start = statement.period().startEpochSecond();
        long last = registers[0];
        for (Reading reading : readings) {
            long into = reading.epochSecond() - start;
            int below = (int) Math.min(into / statement.intervalSeconds(), registers.length - 1);
            int above = (int) Math.min(
                    (into + statement.intervalSeconds() - 1) / statement.intervalSeconds(), registers.length - 1);
            long value = reading.registerWh();
            if (value < last || value < registers[below] || value > registers[above]) {
                return Optional.of(Refusal.of(
                        IntakeRule.READINGS_OFF_REGISTER,
                        "readings.registerWh",
                        value,
                        "At " + Instant.ofEpochSecond(reading.epochSecond()) + " seen " + value + " Wh, expected "
                                + Math.max(last, registers[below]) + " to " + registers[above] + " Wh"));
            }
            last = value;
        }
        return Optional.empty();
    }
}
