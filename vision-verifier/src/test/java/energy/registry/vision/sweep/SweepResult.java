package energy.registry.vision.sweep;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.application.Measurement;
import java.util.Locale;

/**
 * What was seen of one clip, as a line of a file.
 *
 * @param what which flags and reasons were given
 */
record SweepResult(
        long seed,
        SweepCase.Kind kind,
        String name,
        double trueRpm,
        RotorState state,
        double rpm,
        double standardUncertaintyRpm,
        String what) {
    private static final String BETWEEN = "\t";

    static SweepResult of(long seed, SweepCase one, Measurement seen) {
        return new SweepResult(
                seed,
                one.kind(),
                one.name(),
                one.trueRpm(),
                seen.state(),
                seen.microRpm() / 1e6,
                seen.standardUncertaintyMicroRpm() / 1e6,
                seen.integrityCodes() + " " + seen.reasonCodes());
    }

    String line() {
        return String.join(
                BETWEEN,
                Long.toString(seed),
                kind.name(),
                name,
                Double.toString(trueRpm),
                state.name(),
                Double.toString(rpm),
                Double.toString(standardUncertaintyRpm),
                what);
    }

    static SweepResult parse(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new SweepResult(
                Long.parseLong(parts[0]),
                SweepCase.Kind.valueOf(parts[1]),
                parts[2],
                Double.parseDouble(parts[3]),
                RotorState.valueOf(parts[4]),
                Double.parseDouble(parts[5]),
                Double.parseDouble(parts[6]),
                parts[7]);
    }

    boolean isConcluded() {
        return state != RotorState.INCONCLUSIVE;
    }

    boolean isRunning() {
        return state == RotorState.RUNNING;
    }

    double offRpm() {
        return Math.abs(rpm - trueRpm);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "seed %d %s: truth %.4f, got %s %.4f +- %.4f (%+.3f %%) %s",
                seed,
                name,
                trueRpm,
                state,
                rpm,
                standardUncertaintyRpm,
                isRunning() ? 100 * (rpm / trueRpm - 1) : 0,
                what);
    }
}
