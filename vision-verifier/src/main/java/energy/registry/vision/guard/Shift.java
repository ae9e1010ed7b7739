package energy.registry.vision.guard;

/** By how many pixels a picture has moved against the first, and how clearly (0 to 1) it says so. */
public record Shift(double x, double y, double response) {
    double length() {
        return Math.hypot(x, y);
    }
}
