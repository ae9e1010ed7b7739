package energy.registry.ops.twin;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A variable-speed turbine of 2,050 kW with a rotor of 92.5 m. Below rated wind it holds its tip-speed ratio, so that
 * power goes with the cube of the rotor speed; near rated it holds the speed and the torque rises. The rotor is heavy:
 * its speed follows the wind with a delay, and the power follows the rotor.
 */
final class WindTurbine implements Plant {
    static final long RATED_W = 2_050_000;

    /** Slowest speed at which the generator is on the grid, and the idling speed below cut-in. */
    private static final double FEEDING_RPM = 8.1;

    private static final double SURELY_FEEDING_RPM = 8.5;
    private static final double IDLE_RPM = 6.4;
    private static final double TRACKING_END_RPM = 14.4;
    private static final double RATED_RPM = 15.15;
    private static final double RPM_PER_METRE_PER_SECOND = 1.69;
    private static final double CUT_IN = 3.5;
    private static final double CUT_OUT = 25;

    /** Power of the rotor per cubed rpm, and what gear, generator and transformer take of it. */
    private static final double WATTS_PER_CUBED_RPM = 356;

    private static final double LOSSES_W = 55_000;
    private static final double WATTS_PER_CUBED_WIND = WATTS_PER_CUBED_RPM * cube(RPM_PER_METRE_PER_SECOND);

    private static final double ROTOR_DELAY_SECONDS = 15;
    private static final int WARM_UP_SECONDS = 180;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final double THOUSANDTHS = 1_000;

    /** Tolerance of the registered curve: air density over the year, and the steepness of the last half rpm. */
    private static final double CURVE_TOLERANCE = 0.12;

    private static final long CURVE_FLOOR_W = 15_000;
    private static final int CURVE_STEP_MILLI_RPM = 400;
    private static final int MIN_MILLI_RPM = 6_000;
    private static final int MAX_MILLI_RPM = 16_000;

    /** Over-production that every turbine of this kind shows at rated power. */
    private static final double RATED_TOLERANCE = 1.02;

    private final Weather weather;

    WindTurbine(Weather weather) {
        this.weather = weather;
    }

    @Override
    public PlantRun run(long startEpochSecond, int seconds) {
        double[] wind = weather.wind(startEpochSecond - WARM_UP_SECONDS, WARM_UP_SECONDS + seconds);
        double rpm = targetRpm(wind[0]);
        for (int i = 0; i < WARM_UP_SECONDS; i++) {
            rpm = follow(rpm, wind[i]);
        }
        double[] speeds = new double[seconds];
        List<PlantRun.Minute> minutes = new ArrayList<>();
        double joules = 0;
        for (int i = 0; i < seconds; i++) {
            rpm = follow(rpm, wind[WARM_UP_SECONDS + i]);
            speeds[i] = rpm;
            joules += power(rpm);
            if ((i + 1) % SECONDS_PER_MINUTE == 0) {
                minutes.add(minute(joules, rpm, wind[WARM_UP_SECONDS + i]));
                joules = 0;
            }
        }
        return new PlantRun(minutes, speeds);
    }

    private static PlantRun.Minute minute(double joules, double rpm, double wind) {
        return new PlantRun.Minute(
                Math.round(joules),
                Map.of("rotor_rpm", Math.round(rpm * THOUSANDTHS), "wind_ms", Math.round(wind * THOUSANDTHS)));
    }

    private static double follow(double rpm, double wind) {
        return rpm + (targetRpm(wind) - rpm) / ROTOR_DELAY_SECONDS;
    }

    private static double targetRpm(double wind) {
        if (wind < CUT_IN || wind > CUT_OUT) {
            return IDLE_RPM;
        }
        double tracking = Math.max(FEEDING_RPM, wind * RPM_PER_METRE_PER_SECOND);
        if (tracking <= TRACKING_END_RPM) {
            return tracking;
        }
        double end = power(TRACKING_END_RPM);
        double offered = Math.min(RATED_W, WATTS_PER_CUBED_WIND * cube(wind) - LOSSES_W);
        return TRACKING_END_RPM + (RATED_RPM - TRACKING_END_RPM) * (offered - end) / (RATED_W - end);
    }

    /** Electrical power at a rotor speed, W. */
    static double power(double rpm) {
        if (rpm < FEEDING_RPM - 0.1) {
            return 0;
        }
        double tracked = tracked(Math.min(rpm, TRACKING_END_RPM));
        if (rpm <= TRACKING_END_RPM) {
            return tracked;
        }
        double part = Math.min(1, (rpm - TRACKING_END_RPM) / (RATED_RPM - TRACKING_END_RPM));
        return tracked + (RATED_W - tracked) * part;
    }

    private static double tracked(double rpm) {
        return Math.max(0, WATTS_PER_CUBED_RPM * cube(rpm) - LOSSES_W);
    }

    /** The nameplate that is registered: the band of power around this turbine's own curve. */
    static Rotor nameplate() {
        List<CurvePoint> curve = new ArrayList<>();
        for (int milliRpm = MIN_MILLI_RPM; milliRpm <= MAX_MILLI_RPM; milliRpm += CURVE_STEP_MILLI_RPM) {
            double rpm = milliRpm / THOUSANDTHS;
            double power = Math.max(power(rpm), tracked(Math.min(rpm, FEEDING_RPM)));
            long most = Math.round(Math.min(RATED_W * RATED_TOLERANCE, power * (1 + CURVE_TOLERANCE) + CURVE_FLOOR_W));
            long least = rpm < SURELY_FEEDING_RPM
                    ? 0
                    : Math.round(Math.max(0, power * (1 - CURVE_TOLERANCE) - CURVE_FLOOR_W));
            curve.add(new CurvePoint(milliRpm, least, most));
        }
        return new Rotor(3, MIN_MILLI_RPM, MAX_MILLI_RPM, true, curve);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
