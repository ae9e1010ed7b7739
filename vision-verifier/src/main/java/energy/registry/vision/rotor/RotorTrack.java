package energy.registry.vision.rotor;

import java.util.Set;

/**
 * A rotor that was followed through a clip, and what speaks against believing it (empty: nothing). Lengths are pixels of
 * the frames that were given.
 *
 * @param spectralRpm what the spectrum alone says
 * @param residualDegrees root mean square of the angle's deviation from its fit, degrees of the rotor
 * @param leap largest step that the angle makes between two frames and keeps, as a part of a pass
 * @param variation standard deviation of the speed over the clip, as a part of it
 * @param phase angle by frame, radians of the blade pass
 */
public record RotorTrack(
        double rpm,
        double standardUncertaintyRpm,
        double spectralRpm,
        int blades,
        int sense,
        double passes,
        double hubX,
        double hubY,
        double radius,
        double squeeze,
        double coherence,
        double runnerUp,
        double lopsided,
        double residualDegrees,
        double slips,
        double leap,
        double variation,
        double[] seconds,
        double[] phase,
        Set<RotorReason> objections) {
    private static final double PASSES_TO_DOUBT = 1.3;
    private static final double SAME_SPEED = 0.05;

    /** Before a bright tower or a flare a rotor is seen unevenly, and still it turns. */
    private static final double LOPSIDED_TO_DOUBT = 0.55;

    /** Seen from the side, a rotor's phases are less coherent and still go round. */
    static final double COHERENCE_TO_DOUBT = 0.6;

    /** Rates nearer to a multiple than this are the same thing's. */
    private static final double SAME_RATE = 0.05;

    /** Tips and their blur end within this part of the radius. */
    private static final double BESIDE = 1.2;

    public boolean isAccepted() {
        return objections.isEmpty();
    }

    boolean holds(double x, double y) {
        return Math.hypot(x - hubX, y - hubY) <= BESIDE * radius;
    }

    /** Whether a candidate in a part of the frames, which begins at a place, is this rotor at this speed. */
    boolean isOf(Candidate candidate, int left, int top) {
        Vortex vortex = candidate.vortex();
        double apart = Math.hypot(vortex.hubX() + left - hubX, vortex.hubY() + top - hubY);
        return apart < Math.max(radius, vortex.radius()) && Math.abs(candidate.rpm() / rpm - 1) < SAME_SPEED;
    }

    /** Turns so much like a rotor, though its speed is not believed, that nothing beside it is called the rotor. */
    public boolean mayTurn() {
        return passes >= PASSES_TO_DOUBT
                && coherence >= RotorGate.COHERENCE_MIN
                && lopsided <= LOPSIDED_TO_DOUBT
                && leap <= RotorGate.LEAP_MAX
                && residualDegrees <= RotorGate.RESIDUAL_DEGREES_MAX;
    }

    /**
     * Turns, if less clearly, and neither at another one's rate nor at a multiple of it, as that one's own shadow would: two
     * rotors are in the picture, and which is meant is not known.
     */
    boolean turnsUnlike(RotorTrack other) {
        double ratio = Math.max(passes, other.passes) / Math.min(passes, other.passes);
        return passes >= RotorGate.PASSES_MIN
                && coherence >= COHERENCE_TO_DOUBT
                && runnerUp <= RotorGate.RUNNER_UP_MAX
                && lopsided <= LOPSIDED_TO_DOUBT
                && slips <= RotorGate.SLIPS_MAX
                && leap <= RotorGate.LEAP_MAX
                && residualDegrees <= RotorGate.RESIDUAL_DEGREES_MAX
                && Math.abs(ratio - Math.rint(ratio)) > SAME_RATE * ratio;
    }
}
