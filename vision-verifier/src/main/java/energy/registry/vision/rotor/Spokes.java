package energy.registry.vision.rotor;

/**
 * Blades at rest: straight ridges from a hub at equal angles. Lengths are pixels of the picture they were found in.
 *
 * @param squeeze width of the rotor's ellipse as a part of its height
 * @param degrees angle of one blade in the rotor's plane, clockwise from three o'clock
 * @param brighter 1 for blades brighter than what is behind them, -1 for darker ones
 * @param levels the weakest of the samples but one, grey levels above both sides
 */
record Spokes(
        double hubX,
        double hubY,
        double radius,
        double squeeze,
        double degrees,
        int blades,
        int brighter,
        double levels) {
    Spokes scaled(double factor) {
        return new Spokes(
                (hubX + 0.5) * factor - 0.5,
                (hubY + 0.5) * factor - 0.5,
                radius * factor,
                squeeze,
                degrees,
                blades,
                brighter,
                levels);
    }

    Spokes moved(double dx, double dy, double grow, double wider, double turn) {
        return new Spokes(
                hubX + dx,
                hubY + dy,
                radius * grow,
                Math.max(SpokeSearch.SQUEEZE_MIN, Math.min(1, squeeze * wider)),
                degrees + turn,
                blades,
                brighter,
                levels);
    }

    Spokes with(double newLevels) {
        return new Spokes(hubX, hubY, radius, squeeze, degrees, blades, brighter, newLevels);
    }
}
