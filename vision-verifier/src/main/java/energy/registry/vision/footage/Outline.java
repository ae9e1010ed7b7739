package energy.registry.vision.footage;

import java.util.List;

/** A closed polygon in a picture; its last corner is joined to its first. */
public record Outline(List<Place> corners) {
    public static final int CORNERS_MAX = 64; // a roof with its dormers

    public Outline {
        corners = List.copyOf(corners);
        if (corners.size() < 3 || corners.size() > CORNERS_MAX) {
            throw new IllegalArgumentException(
                    "polygon: " + corners.size() + " corners; mark 3 to " + CORNERS_MAX + " of them");
        }
    }

    public Outline scaled(double byX, double byY) {
        return new Outline(
                corners.stream().map(corner -> corner.scaled(byX, byY)).toList());
    }

    /** Whether a place is inside, by the even-odd rule. */
    public boolean holds(double x, double y) {
        boolean inside = false;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            Place a = corners.get(i);
            Place b = corners.get(j);
            boolean crosses = a.y() > y != b.y() > y;
            if (crosses && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Square pixels. */
    public double area() {
        double twice = 0;
        for (int i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            twice += corners.get(j).x() * corners.get(i).y()
                    - corners.get(i).x() * corners.get(j).y();
        }
        return Math.abs(twice) / 2;
    }
}
