package energy.registry.vision.guard;

/** Where the rotor turns, in pixels of the frames: what returns there with every pass is no loop. */
public record RotorDisc(double hubX, double hubY, double radius) {
    boolean holds(double x, double y) {
        return Math.hypot(x - hubX, y - hubY) <= radius * 1.15;
    }
}
