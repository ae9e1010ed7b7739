package energy.registry.vision.sweep;

import energy.registry.domain.evidence.RotorState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Counts what a sweep showed. */
final class SweepReport {
    /** Error that the envelope promises. */
    static final double ERROR_MAX = 0.001;

    /** So many standard uncertainties to each side are stated as 95 %. */
    private static final double COVERAGE = 1.96;

    /** GUM: the expanded uncertainty that an answer is given with. */
    private static final double EXPANDED = 2;

    /** An answer is wrong beyond half a percent and beyond four of its own standard uncertainties. */
    private static final double WRONG_PART = 0.005;

    private static final double WRONG_OVER_UNCERTAINTY = 4;

    private final List<SweepResult> results;

    SweepReport(List<SweepResult> results) {
        this.results = results;
    }

    int clips() {
        return results.size();
    }

    int count(SweepCase.Kind kind) {
        return count(result -> result.kind() == kind);
    }

    /** Clips of the envelope with a speed. */
    int answered() {
        return count(SweepReport::isAnswer);
    }

    private static boolean isAnswer(SweepResult result) {
        return result.kind() == SweepCase.Kind.ENVELOPE && result.isRunning();
    }

    /** Clips of the envelope whose speed is stated to a tenth of a percent, expanded uncertainty included. */
    int statedClosely() {
        return count(result -> isAnswer(result) && !isCoarse(result));
    }

    private static boolean isCoarse(SweepResult result) {
        return EXPANDED * result.standardUncertaintyRpm() > ERROR_MAX * result.rpm();
    }

    int shownStanding() {
        return count(result -> result.kind() == SweepCase.Kind.STANDING && result.state() == RotorState.STOPPED);
    }

    int trusted() {
        return count(result -> result.kind() == SweepCase.Kind.TAMPERED && result.isConcluded());
    }

    int wrong() {
        return count(SweepReport::isWrong);
    }

    private int count(Predicate<SweepResult> which) {
        return (int) results.stream().filter(which).count();
    }

    private static boolean isWrong(SweepResult result) {
        boolean genuine = result.kind() != SweepCase.Kind.TAMPERED;
        double allowed =
                Math.max(WRONG_PART * result.trueRpm(), WRONG_OVER_UNCERTAINTY * result.standardUncertaintyRpm());
        boolean stands = result.state() == RotorState.STOPPED && result.trueRpm() > 0;
        return genuine && result.isConcluded() && (stands || !(result.offRpm() <= allowed));
    }

    private static boolean isCovered(SweepResult result) {
        return result.offRpm() <= COVERAGE * result.standardUncertaintyRpm();
    }

    private boolean hasInterval(SweepResult result) {
        return result.kind() != SweepCase.Kind.TAMPERED && result.isRunning();
    }

    int intervals() {
        return count(this::hasInterval);
    }

    /** Part of the stated 95 % intervals that hold the truth. */
    double coveragePart() {
        return intervals() == 0 ? 1 : count(result -> hasInterval(result) && isCovered(result)) / (double) intervals();
    }

    /** Relative error that so large a part of the envelope's answers does not exceed. */
    double error(double part) {
        double[] sorted = results.stream()
                .filter(SweepReport::isAnswer)
                .mapToDouble(result -> result.offRpm() / result.trueRpm())
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1.0, part * sorted.length)];
    }

    private String remark(SweepResult result) {
        if (result.kind() == SweepCase.Kind.TAMPERED) {
            return result.isConcluded() ? "TRUSTED" : "";
        }
        if (isWrong(result)) {
            return "WRONG";
        }
        if (result.kind() == SweepCase.Kind.BEYOND) {
            return hasInterval(result) && !isCovered(result) ? "not covered" : "";
        }
        boolean off = isAnswer(result) && result.offRpm() > ERROR_MAX * result.trueRpm();
        boolean coarse = isAnswer(result) && isCoarse(result);
        return !result.isConcluded()
                ? "silent"
                : off
                        ? "over 0.1 %"
                        : coarse ? "coarse" : hasInterval(result) && !isCovered(result) ? "not covered" : "";
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (SweepResult result : results) {
            String remark = remark(result);
            text.append(remark.isEmpty() ? "" : remark + ": " + result.text() + "\n");
        }
        Map<String, int[]> byName = new TreeMap<>();
        for (SweepResult result : results) {
            int[] count = byName.computeIfAbsent(result.kind() + " " + result.name(), name -> new int[2]);
            count[0]++;
            count[1] += result.isConcluded() ? 1 : 0;
        }
        byName.forEach((name, count) -> text.append(
                String.format(Locale.ROOT, "  %-40s %3d clips, %3d concluded%n", name, count[0], count[1])));
        text.append(String.format(
                Locale.ROOT,
                "envelope %d, answered %d, stated to 0.1 %% %d; error median %.4f %%, p95 %.4f %%, max %.4f %%; "
                        + "95 %% interval holds %.1f %% of %d%n",
                count(SweepCase.Kind.ENVELOPE),
                answered(),
                statedClosely(),
                100 * error(0.5),
                100 * error(0.95),
                100 * error(1),
                100 * coveragePart(),
                intervals()));
        text.append(String.format(
                Locale.ROOT,
                "standing %d, shown %d; beyond %d, answered %d; wrong %d; tampered %d, concluded from %d%n",
                count(SweepCase.Kind.STANDING),
                shownStanding(),
                count(SweepCase.Kind.BEYOND),
                count(result -> result.kind() == SweepCase.Kind.BEYOND && result.isConcluded()),
                wrong(),
                count(SweepCase.Kind.TAMPERED),
                trusted()));
        return text.toString();
    }
}
