package energy.registry.vision.rotor;

/**
 * A phase singularity in an amplitude picture: around the hub, the phase winds once per blade. Lengths are pixels of the
 * picture it was found in.
 *
 * @param squeeze width of the rotor's ellipse as a part of its height
 * @param winding number of turns of the phase, positive for a rotor that turns clockwise
 * @param coherence how well the phases agree with the winding, weighted by amplitude, 0 to 1
 * @param runnerUp the next best winding's response as a part of the best one's
 * @param lopsided how far the amplitude is on one side of the hub: 0 all around, 0.64 one half, 1 one direction
 * @param extent number of pixels that would respond as strongly if all swung alike
 */
record Vortex(
        double hubX,
        double hubY,
        double radius,
        double squeeze,
        int winding,
        double coherence,
        double runnerUp,
        double lopsided,
        double extent) {
    int blades() {
        return Math.abs(winding);
    }

    int sense() {
        return Integer.signum(winding);
    }

    Vortex withWinding(int other) {
        return new Vortex(hubX, hubY, radius, squeeze, other, coherence, runnerUp, lopsided, extent);
    }

    Vortex moved(double x, double y) {
        return new Vortex(hubX + x, hubY + y, radius, squeeze, winding, coherence, runnerUp, lopsided, extent);
    }

    Vortex scaled(double factor) {
        return new Vortex(
                (hubX + 0.5) * factor - 0.5,
                (hubY + 0.5) * factor - 0.5,
                radius * factor,
                squeeze,
                winding,
                coherence,
                runnerUp,
                lopsided,
                extent * factor * factor);
    }

    /** Whether the other one's hub lies inside this rotor, or the reverse. */
    boolean isSameRotorAs(Vortex other) {
        double apart = Math.hypot(hubX - other.hubX, hubY - other.hubY);
        return apart < Math.max(radius, other.radius);
    }
}
