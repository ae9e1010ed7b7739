package energy.registry.vision.rotor;

/**
 * A rotor that was shown to stand: its blades were resolved in every stretch of the clip and kept their angle.
 *
 * @param rpmMax speed that the angle's drift and its resolution leave possible
 * @param driftDegrees by which the angle moved over the clip, degrees of rotor
 * @param spreadDegrees largest departure of a stretch's angle from their median
 * @param levels how far the weakest blade stands out, grey levels
 * @param chordPart width of the blades as a part of the radius, where the picture resolves it; 0 where not
 */
public record StandingRotor(
        double hubX,
        double hubY,
        double radius,
        double squeeze,
        int blades,
        double bladeDegrees,
        double rpmMax,
        double driftDegrees,
        double spreadDegrees,
        double levels,
        double chordPart) {
    /** At 45 % of the radius a blade at work shows 5 to 7 % of it, a feathered one its edge of 2 %. */
    static final double FEATHERED_PART_MAX = 0.04;

    public boolean isFeathered() {
        return chordPart > 0 && chordPart < FEATHERED_PART_MAX;
    }
}
