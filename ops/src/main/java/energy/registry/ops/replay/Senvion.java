package energy.registry.ops.replay;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.Rotor;
import java.util.ArrayList;
import java.util.List;

/**
 * The nameplate of a Senvion MM92: 2,050 kW, 8.1 to 15.3 rpm. Up to 14.4 rpm the controller holds the tip-speed ratio,
 * so that the rotor's power is a constant times the cube of its speed, less what gear, generator and transformer take;
 * above, the speed is held and the torque says little about power.
 */
final class Senvion {
    static final long RATED_W = 2_050_000;

    private static final double WATTS_PER_CUBED_RPM = 370;
    private static final double LOSSES_W = 65_000;

    /** Air density over the year, yaw and pitch, and half an hour's mean of a cube against the cube of its mean. */
    private static final double TOLERANCE = 0.12;

    private static final long FLOOR_W = 15_000;

    /** Rated power is exceeded for moments; no recorded row lies above 2 %. */
    private static final long MOST_W = RATED_W + RATED_W / 50;

    /** The sense that a camera behind the turbine sees; from the front it turns clockwise. */
    private static final boolean CLOCKWISE = false;

    private static final int SLOWEST_MILLI_RPM = 6_000;
    private static final int FEEDING_MILLI_RPM = 8_000;
    private static final int TRACKING_END_MILLI_RPM = 14_400;
    private static final int RATED_SPEED_MILLI_RPM = 14_800;
    private static final int FASTEST_MILLI_RPM = 16_000;
    private static final int STEP_MILLI_RPM = 400;

    /** A rotor that slows down towards a stop passes here with the mean of its last minutes of feeding. */
    private static final long SLOWEST_MOST_W = 60_000;

    /** Least power at rated speed: the speed is held from about half of the rated power on. */
    private static final long RATED_SPEED_LEAST_W = 850_000;

    private Senvion() {}

    static Rotor rotor() {
        List<CurvePoint> curve = new ArrayList<>();
        curve.add(new CurvePoint(SLOWEST_MILLI_RPM, 0, SLOWEST_MOST_W));
        for (int milliRpm = FEEDING_MILLI_RPM; milliRpm <= TRACKING_END_MILLI_RPM; milliRpm += STEP_MILLI_RPM) {
            double power = WATTS_PER_CUBED_RPM * Math.pow(milliRpm / 1_000.0, 3) - LOSSES_W;
            curve.add(new CurvePoint(
                    milliRpm,
                    milliRpm == FEEDING_MILLI_RPM ? 0 : Math.round(Math.max(0, power * (1 - TOLERANCE) - FLOOR_W)),
                    Math.round(power * (1 + TOLERANCE) + FLOOR_W)));
        }
        curve.add(new CurvePoint(RATED_SPEED_MILLI_RPM, RATED_SPEED_LEAST_W, MOST_W));
        curve.add(new CurvePoint(FASTEST_MILLI_RPM, RATED_SPEED_LEAST_W, MOST_W));
        return new Rotor(3, SLOWEST_MILLI_RPM, FASTEST_MILLI_RPM, CLOCKWISE, curve);
    }
}
