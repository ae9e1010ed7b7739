package energy.registry.vision.footage;

/** A place in a picture, pixels from its upper left corner. */
public record Place(double x, double y) {
    public Place {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("place: " + x + ", " + y + " is no place in a picture");
        }
    }

    Place scaled(double byX, double byY) {
        return new Place(x * byX, y * byY);
    }
}
