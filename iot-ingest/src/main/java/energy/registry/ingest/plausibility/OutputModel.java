package energy.registry.ingest.plausibility;

/** A device's output against one witness: the learned curve, the day under way and the drift over the days. */
final class OutputModel {
    private static final long SECONDS_PER_DAY = 86_400;

    /** Least relative deviation taken as a weight: below it other causes than the curve's width rule. */
    private static final double DEVIATION_FLOOR = 0.02;

    final WitnessCurve curve;
    final OutputDrift drift;
    private DayTally day;

    private OutputModel(WitnessCurve curve, OutputDrift drift, DayTally day) {
        this.curve = curve;
        this.drift = drift;
        this.day = day;
    }

    static OutputModel with(WitnessCurve curve) {
        return new OutputModel(curve, OutputDrift.fresh(), null);
    }

    /** What a closed day showed. */
    record ClosedDay(long from, long to, double median, boolean comparable, boolean mostlyAboveMost) {}

    /** Ends the day under way when the sample belongs to another; null when it does not. */
    ClosedDay roll(Sample sample, OutputDrift.Limits limits, int secondsMin) {
        long today = Math.floorDiv(sample.to() - 1, SECONDS_PER_DAY);
        if (day != null && day.day() >= today) {
            return null;
        }
        ClosedDay closed = day == null ? null : close(limits, secondsMin);
        day = DayTally.of(today);
        return closed;
    }

    private ClosedDay close(OutputDrift.Limits limits, int secondsMin) {
        boolean comparable = day.seconds() >= secondsMin;
        double median = comparable ? day.median() : 1;
        if (comparable) {
            drift.close(median, limits);
        }
        if (drift.isTrusted(limits)) {
            day.teachTo(curve);
        }
        long from = day.day() * SECONDS_PER_DAY;
        return new ClosedDay(from, from + SECONDS_PER_DAY, median, comparable, comparable && day.isMostlyAboveMost());
    }

    /**
     * Compares a sample with the curve where that says something, and remembers it for the curve.
     *
     * @param watts the sample's power in air of standard density
     */
    void take(int bin, Sample sample, double watts, boolean informative, double deviationMax, boolean aboveMost) {
        if (!informative) {
            return;
        }
        if (curve.isUntouched(bin)) {
            curve.begin(bin, watts);
            return;
        }
        double deviation = curve.deviation(bin);
        if (curve.knows(bin) && deviation <= deviationMax) {
            double floor = Math.max(deviation, DEVIATION_FLOOR);
            day.compare(watts / curve.expectedW(bin), sample.seconds() / (floor * floor), sample.seconds(), aboveMost);
        }
        day.teach(bin, curve.deviationOf(bin, watts));
    }

    int secondsToday() {
        return day.seconds();
    }

    double medianToday() {
        return day.median();
    }

    boolean isMostlyAboveMostToday() {
        return day.isMostlyAboveMost();
    }

    void write(StateOut out) {
        curve.write(out);
        drift.write(out);
        out.i32(day == null ? 0 : 1);
        if (day != null) {
            day.write(out);
        }
    }

    static OutputModel read(StateIn in) {
        WitnessCurve curve = WitnessCurve.read(in);
        OutputDrift drift = OutputDrift.read(in);
        return new OutputModel(curve, drift, in.i32() == 1 ? DayTally.read(in) : null);
    }
}
