package energy.registry.vision.rotor;

import java.util.Set;

/**
 * A rotor that was followed through a clip, and what speaks against believing it (empty: nothing). Lengths are pixels of
 * the frames that were given.
 *
 * @param spectralRpm what the spectrum alone says
 * @param residualDegrees root mean square of the angle's deviation from its fit, degrees of the rotor
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
        double variation,
        double[] seconds,
        double[] phase,
        Set<RotorReason> objections) {
    public boolean isAccepted() {
        return objections.isEmpty();
    }
}
