package energy.registry.vision.synthetic;

/** A rotor's speed over time, linear between equally spaced points, and the angle that follows from it. */
final class SpeedSeries {
    private static final double DEGREES_PER_SECOND_OF_ONE_RPM = 6;

    private final double[] rpm;
    private final double stepSeconds;

    SpeedSeries(double[] rpm, double stepSeconds) {
        if (rpm.length == 0 || !(stepSeconds > 0)) {
            throw new IllegalArgumentException("a speed series has at least one point and a positive step");
        }
        this.rpm = rpm.clone();
        this.stepSeconds = stepSeconds;
    }

    static SpeedSeries constant(double rpm) {
        return new SpeedSeries(new double[] {rpm}, 1);
    }

    double at(double seconds) {
        double place = Math.max(0, seconds / stepSeconds);
        int before = (int) Math.min(place, rpm.length - 1.0);
        if (before == rpm.length - 1) {
            return rpm[before];
        }
        return rpm[before] + (rpm[before + 1] - rpm[before]) * (place - before);
    }

    /** Exact integral of the speed from the start, degrees of rotor. */
    double degreesAt(double seconds) {
        double turned = 0;
        double from = 0;
        for (int i = 0; i < rpm.length - 1 && from < seconds; i++) {
            double to = Math.min(seconds, (i + 1) * stepSeconds);
            turned += (at(from) + at(to)) / 2 * (to - from);
            from = to;
        }
        return (turned + rpm[rpm.length - 1] * (seconds - from)) * DEGREES_PER_SECOND_OF_ONE_RPM;
    }
}
