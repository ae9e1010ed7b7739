package energy.registry.vision.solar;

import energy.registry.vision.footage.Outline;
import java.util.List;

/** Which pixels are sky: a commissioned polygon, or else what lies above the clearest horizon over the panels. */
final class SkyRegion {
    /** Grey levels by which the sky is brighter than the land at the horizon, or bluer: deep blue is darker than a field. */
    static final double STEP_LEVELS_MIN = 18;

    /** A step of (B - R) / (B + R) from 0.3 to 0 counts as much as one of 36 grey levels. */
    private static final double LEVELS_OF_BLUENESS = 120;

    private static final int BAND = 5;
    private static final int MARGIN = 3;
    private static final double SKY_PART_MIN = 0.08;

    private SkyRegion() {}

    static boolean[] of(ColourPicture picture, List<Outline> sky, List<Outline> panels) {
        boolean[] mask = new boolean[picture.width * picture.height];
        if (!sky.isEmpty()) {
            fill(mask, picture, sky);
            return mask;
        }
        int below = lowestRow(picture, panels);
        int horizon = horizon(picture, below);
        for (int i = 0; i < Math.max(0, horizon - MARGIN) * picture.width; i++) {
            mask[i] = true;
        }
        return mask;
    }

    /** The mask of polygons that are given in pixels of the working size. */
    static void fill(boolean[] mask, ColourPicture picture, List<Outline> outlines) {
        for (int i = 0; i < mask.length; i++) {
            double x = 2 * (i % picture.width) + 1;
            double y = 2 * (i / picture.width) + 1;
            mask[i] = mask[i] || outlines.stream().anyMatch(outline -> outline.holds(x, y));
        }
    }

    private static int lowestRow(ColourPicture picture, List<Outline> panels) {
        double top = panels.stream()
                .flatMap(panel -> panel.corners().stream())
                .mapToDouble(corner -> corner.y() / 2)
                .min()
                .orElse(picture.height);
        return (int) Math.min(picture.height - BAND, Math.max(0, top));
    }

    private static int horizon(ColourPicture picture, int lowest) {
        double[] level = new double[picture.height];
        double[] blue = new double[picture.height];
        for (int i = 0; i < picture.width * picture.height; i++) {
            level[i / picture.width] += picture.level(i) / (double) picture.width;
            blue[i / picture.width] += LEVELS_OF_BLUENESS * picture.blueOverRed(i) / picture.width;
        }
        double best = STEP_LEVELS_MIN;
        int found = 0;
        for (int y = Math.max(BAND, (int) (SKY_PART_MIN * picture.height)); y <= lowest; y++) {
            double step = Math.max(step(level, y), step(blue, y));
            if (step > best) {
                best = step;
                found = y;
            }
        }
        return found;
    }

    private static double step(double[] row, int y) {
        double above = 0;
        double under = 0;
        for (int k = 0; k < BAND; k++) {
            above += row[y - 1 - k] / BAND;
            under += y + k < row.length ? row[y + k] / BAND : 0;
        }
        return above - under;
    }
}
