package energy.registry.domain.device;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A wind turbine's rotor by its nameplate, with the band of power over rotor speed. */
public final class Rotor {
    /** A curve by tenths of a revolution up to 12.8 rpm; more points say no more. */
    public static final int CURVE_POINTS_MAX = 128;

    private final int blades;
    private final long minMilliRpm;
    private final long maxMilliRpm;
    private final boolean clockwise;
    private final List<CurvePoint> curve;

    /**
     * @param minMilliRpm slowest speed at which the generator feeds the grid, thousandths of a revolution a minute
     * @param maxMilliRpm fastest permitted speed, same unit
     * @param clockwise sense of rotation as the commissioned camera sees it
     * @param curve points by rising speed; power at a speed outside is that of the nearest point
     */
    public Rotor(int blades, long minMilliRpm, long maxMilliRpm, boolean clockwise, List<CurvePoint> curve) {
        if (blades < 1 || blades > 12 || minMilliRpm < 0 || maxMilliRpm <= minMilliRpm) {
            throw new IllegalArgumentException(
                    "rotor: " + blades + " blades, " + minMilliRpm + " .. " + maxMilliRpm + " mrpm");
        }
        if (curve.isEmpty() || curve.size() > CURVE_POINTS_MAX) {
            throw new IllegalArgumentException("rotor curve has 1.." + CURVE_POINTS_MAX + " points");
        }
        for (int i = 1; i < curve.size(); i++) {
            if (curve.get(i).milliRpm() <= curve.get(i - 1).milliRpm()) {
                throw new IllegalArgumentException("rotor curve rises in speed, point " + i + " does not");
            }
        }
        this.blades = blades;
        this.minMilliRpm = minMilliRpm;
        this.maxMilliRpm = maxMilliRpm;
        this.clockwise = clockwise;
        this.curve = Collections.unmodifiableList(new ArrayList<>(curve));
    }

    public int blades() {
        return blades;
    }

    public long minMilliRpm() {
        return minMilliRpm;
    }

    public long maxMilliRpm() {
        return maxMilliRpm;
    }

    public boolean clockwise() {
        return clockwise;
    }

    public List<CurvePoint> curve() {
        return curve;
    }

    /** The band of power at a rotor speed, W. */
    public CurvePoint at(long milliRpm) {
        CurvePoint below = curve.get(0);
        if (milliRpm <= below.milliRpm()) {
            return new CurvePoint(milliRpm, below.minW(), below.maxW());
        }
        for (CurvePoint above : curve) {
            if (milliRpm <= above.milliRpm()) {
                long span = Math.max(1, above.milliRpm() - below.milliRpm());
                long part = milliRpm - below.milliRpm();
                return new CurvePoint(
                        milliRpm,
                        below.minW() + (above.minW() - below.minW()) * part / span,
                        below.maxW() + (above.maxW() - below.maxW()) * part / span);
            }
            below = above;
        }
        return new CurvePoint(milliRpm, below.minW(), below.maxW());
    }
}
