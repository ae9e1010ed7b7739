package energy.registry.vision.solar;

/**
 * Whether a clip looks at what the reference picture shows: slopes of brightness, which outlast changes of light and
 * weather, correlated at every small displacement. Only then do the commissioned polygons lie on the panels.
 */
final class SameView {
    static final double CORRELATION_MIN = 0.35;

    /** Part of the width by which a fixed camera may have moved since it was commissioned. */
    static final double MOVED_PART = 0.015;

    /** Displacements that are tried, part of the width. */
    private static final double REACH_PART = 0.06;

    private static final float SLOPE_MAX = 40;

    private SameView() {}

    /** How well the pictures agree, and at which displacement, pixels at half the working size. */
    record Match(double correlation, int x, int y, int width) {
        boolean isConfirmed() {
            return correlation >= CORRELATION_MIN && !isMoved();
        }

        boolean isMoved() {
            return correlation >= CORRELATION_MIN && Math.hypot(x, y) > Math.max(1.5, MOVED_PART * width);
        }
    }

    /**
     * @param sky left out: clouds are never the same
     * @param panels left out in a second try: snow and dirt take their lines away, while hedges and houses stand
     */
    static Match match(ColourPicture reference, ColourPicture now, boolean[] sky, boolean[] panels) {
        boolean[] beside = sky.clone();
        for (int i = 0; i < beside.length; i++) {
            beside[i] = sky[i] || panels[i];
        }
        Match whole = match(reference, now, sky);
        Match without = match(reference, now, beside);
        return whole.correlation() >= without.correlation() ? whole : without;
    }

    private static Match match(ColourPicture reference, ColourPicture now, boolean[] sky) {
        float[] before = slopes(reference);
        float[] after = slopes(now);
        int reach = Math.max(2, (int) (REACH_PART * reference.width));
        Match best = new Match(-1, 0, 0, reference.width);
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                double correlation = correlation(before, after, sky, reference, x, y);
                if (correlation > best.correlation()) {
                    best = new Match(correlation, x, y, reference.width);
                }
            }
        }
        return best;
    }

    private static float[] slopes(ColourPicture picture) {
        int width = picture.width;
        float[] slopes = new float[width * picture.height];
        for (int y = 1; y < picture.height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                float across = picture.level(i + 1) - picture.level(i - 1);
                float down = picture.level(i + width) - picture.level(i - width);
                slopes[i] = Math.min(SLOPE_MAX, (float) Math.hypot(across, down) / 2);
            }
        }
        return slopes;
    }

    private static double correlation(
            float[] before, float[] after, boolean[] sky, ColourPicture size, int dx, int dy) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double syy = 0;
        double sxy = 0;
        for (int y = Math.max(0, -dy); y < Math.min(size.height, size.height - dy); y++) {
            for (int x = Math.max(0, -dx); x < Math.min(size.width, size.width - dx); x++) {
                int i = y * size.width + x;
                if (!sky[i]) {
                    float a = before[i];
                    float b = after[i + dy * size.width + dx];
                    n++;
                    sx += a;
                    sy += b;
                    sxx += a * a;
                    syy += b * b;
                    sxy += a * b;
                }
            }
        }
        double spread = (n * sxx - sx * sx) * (n * syy - sy * sy);
        return n < 100 || spread <= 0 ? -1 : (n * sxy - sx * sy) / Math.sqrt(spread);
    }
}
