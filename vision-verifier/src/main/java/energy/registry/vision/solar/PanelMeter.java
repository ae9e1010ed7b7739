package energy.registry.vision.solar;

import java.util.Arrays;

/**
 * Compares the panels with the site's own clean picture, pixel by pixel inside the commissioned polygons. Light changes
 * with the sun, so that brightness is compared with that of the lit part of the same panels, and colour with the change
 * of colour of the ground beside them.
 */
final class PanelMeter {
    /** Snow is bright and without colour; limits that part 7 of 8 photographs of panels (balanced accuracy 0.86). */
    static final double SNOW_SATURATION_MAX = 50 / 255.0;

    static final double SNOW_LEVEL_MIN = 170;

    /** In dull light or a short exposure snow is grey, yet brighter than clean glass by this factor. */
    static final double SNOW_OVER_CLEAN = 1.8;

    static final double SNOW_LEVEL_DULL_MIN = 90;

    /** Of the light of the brighter quarter; a hard shadow takes more than half of it. */
    static final double SHADE_PART = 0.6;

    /** Change of (B - R) / (B + R) towards brown, beyond that of the surroundings. */
    static final double SOIL_SHIFT_MIN = 0.12;

    static final double COVERED_MIN = 0.2;
    static final double CLEAN_MAX = 0.1;
    static final double CLEAN_LIKENESS_MIN = 0.45;

    private static final int PIXELS_MIN = 40;

    private final ColourPicture clean;
    private final boolean[] panels;
    private final boolean[] ground;

    PanelMeter(ColourPicture clean, boolean[] panels, boolean[] sky) {
        this.clean = clean;
        this.panels = panels;
        ground = new boolean[panels.length];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = !panels[i] && !sky[i];
        }
    }

    PanelObservation measure(ColourPicture now) {
        int[] places = places(panels);
        if (places.length < PIXELS_MIN) {
            return PanelObservation.NONE;
        }
        // Light reddens towards evening; a ground that has become whiter or bluer lies under snow and tells no light.
        double tint = Math.min(0, median(shifts(now, places(ground))));
        double lit = litRatio(now, places);
        int snow = 0;
        int soiled = 0;
        int shaded = 0;
        for (int i : places) {
            if (isSnow(now, i)) {
                snow++;
            } else if (tint - (now.blueOverRed(i) - clean.blueOverRed(i)) >= SOIL_SHIFT_MIN) {
                soiled++;
            } else if (ratio(now, i) < SHADE_PART * lit) {
                shaded++;
            }
        }
        double count = places.length;
        double likeness = likeness(now, places);
        return new PanelObservation(
                state(snow / count, soiled / count, shaded / count, likeness),
                snow / count,
                soiled / count,
                shaded / count,
                likeness);
    }

    private static PanelState state(double snow, double soiled, double shaded, double likeness) {
        double most = Math.max(snow, Math.max(soiled, shaded));
        if (most >= COVERED_MIN) {
            if (most == snow) {
                return PanelState.SNOW;
            }
            return most == soiled ? PanelState.SOILED : PanelState.SHADED;
        }
        return most <= CLEAN_MAX && likeness >= CLEAN_LIKENESS_MIN ? PanelState.CLEAN : PanelState.UNCLEAR;
    }

    /** White, or on its way from the panel's colour to white where a pixel is half covered; dirt is on its way to brown. */
    private boolean isSnow(ColourPicture now, int i) {
        double before = clean.level(i);
        double level = now.level(i);
        boolean bright = level >= SNOW_LEVEL_MIN
                || level >= SNOW_LEVEL_DULL_MIN && level >= SNOW_OVER_CLEAN * Math.max(before, 1);
        boolean white = now.saturation(i) <= SNOW_SATURATION_MAX || now.blueOverRed(i) >= 0;
        return bright && white && level > before + 25;
    }

    private double ratio(ColourPicture now, int i) {
        return (now.level(i) + 4) / (clean.level(i) + 4);
    }

    private double litRatio(ColourPicture now, int[] places) {
        double[] ratios = new double[places.length];
        int count = 0;
        for (int i : places) {
            if (!isSnow(now, i)) {
                ratios[count++] = ratio(now, i);
            }
        }
        double[] sorted = Arrays.copyOf(ratios, count);
        Arrays.sort(sorted);
        return count == 0 ? 1 : sorted[count * 3 / 4];
    }

    private double[] shifts(ColourPicture now, int[] places) {
        double[] shift = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            shift[k] = now.blueOverRed(places[k]) - clean.blueOverRed(places[k]);
        }
        return shift;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static int[] places(boolean[] mask) {
        int[] places = new int[mask.length];
        int count = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Correlation of the small-scale structure: the lines between cells and modules. */
    private double likeness(ColourPicture now, int[] places) {
        double xx = 0;
        double yy = 0;
        double xy = 0;
        int width = clean.width;
        for (int i : places) {
            int x = i % width;
            int y = i / width;
            if (x > 0 && y > 0 && x < width - 1 && y < clean.height - 1) {
                double before = detail(clean, i, width);
                double after = detail(now, i, width);
                xx += before * before;
                yy += after * after;
                xy += before * after;
            }
        }
        return xx <= 0 || yy <= 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private static double detail(ColourPicture picture, int i, int width) {
        return picture.level(i)
                - (picture.level(i - 1) + picture.level(i + 1) + picture.level(i - width) + picture.level(i + width))
                        / 4;
    }
}
