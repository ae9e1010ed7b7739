package energy.registry.vision.sweep;

import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.application.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a sweep showed; prints it. */
final class SweepReport {
    /** Two standard uncertainties to each side are stated as 95 %. */
    private static final double COVERAGE = 1.96;

    /** An answer is wrong beyond half a percent and beyond four of its own standard uncertainties. */
    private static final double WRONG_PART = 0.005;

    private static final double WRONG_OVER_UNCERTAINTY = 4;

    private final List<Double> errors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, int[]> byName = new TreeMap<>();
    int envelope;
    int answered;
    int covered;
    int covers;
    int standing;
    int shownStanding;
    int beyond;
    int beyondAnswered;
    int wrong;
    int tampered;
    int trusted;

    void add(SweepCase one, Measurement seen) {
        boolean concluded = seen.state() != RotorState.INCONCLUSIVE;
        int[] count = byName.computeIfAbsent(one.kind() + " " + one.name(), name -> new int[2]);
        count[0]++;
        count[1] += concluded ? 1 : 0;
        switch (one.kind()) {
            case ENVELOPE -> envelope++;
            case BEYOND -> beyond++;
            case STANDING -> standing++;
            case TAMPERED -> tampered++;
        }
        if (concluded) {
            concluded(one, seen);
        } else if (one.kind() == SweepCase.Kind.ENVELOPE || one.kind() == SweepCase.Kind.STANDING) {
            note("silent", one, seen);
        }
    }

    private void concluded(SweepCase one, Measurement seen) {
        double rpm = seen.microRpm() / 1e6;
        double u = seen.standardUncertaintyMicroRpm() / 1e6;
        double off = Math.abs(rpm - one.trueRpm());
        boolean isWrong = one.kind() == SweepCase.Kind.TAMPERED
                || !(off <= Math.max(WRONG_PART * one.trueRpm(), WRONG_OVER_UNCERTAINTY * u));
        if (one.kind() == SweepCase.Kind.TAMPERED) {
            trusted++;
        } else if (isWrong) {
            wrong++;
        }
        if (isWrong) {
            note("WRONG", one, seen);
        }
        if (one.kind() == SweepCase.Kind.BEYOND) {
            beyondAnswered++;
        }
        if (one.kind() == SweepCase.Kind.STANDING && seen.state() == RotorState.STOPPED) {
            shownStanding++;
        }
        if (one.kind() != SweepCase.Kind.TAMPERED && seen.state() == RotorState.RUNNING) {
            covers++;
            covered += off <= COVERAGE * u ? 1 : 0;
        }
        if (one.kind() == SweepCase.Kind.ENVELOPE && seen.state() == RotorState.RUNNING) {
            answered++;
            errors.add(off / one.trueRpm());
        }
    }

    private void note(String what, SweepCase one, Measurement seen) {
        notes.add(String.format(
                "%s seed %d %s: truth %.4f, got %s %.4f +- %.4f %s %s",
                what,
                one.seed(),
                one.name(),
                one.trueRpm(),
                seen.state(),
                seen.microRpm() / 1e6,
                seen.standardUncertaintyMicroRpm() / 1e6,
                seen.integrityCodes(),
                seen.reasonCodes()));
    }

    double coveragePart() {
        return covers == 0 ? 1 : covered / (double) covers;
    }

    /** Relative error that so large a part of the envelope's answers does not exceed. */
    double error(double part) {
        List<Double> sorted = errors.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note).append('\n'));
        byName.forEach((name, count) ->
                text.append(String.format("  %-40s %3d clips, %3d concluded%n", name, count[0], count[1])));
        text.append(String.format(
                "envelope %d, answered %d; error median %.4f %%, p95 %.4f %%, max %.4f %%; 95 %% interval holds %.1f %% of %d%n",
                envelope, answered, 100 * error(0.5), 100 * error(0.95), 100 * error(1), 100 * coveragePart(), covers));
        text.append(String.format(
                "standing %d, shown %d; beyond %d, answered %d; wrong %d; tampered %d, concluded from %d%n",
                standing, shownStanding, beyond, beyondAnswered, wrong, tampered, trusted));
        return text.toString();
    }
}
