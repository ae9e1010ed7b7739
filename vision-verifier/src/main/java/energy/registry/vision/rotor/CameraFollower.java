package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Finds a clip's {@link CameraPath}: least squares of brightness over pixels with a slope that stands still (Lucas and
 * Kanade 1981), for a displacement and a change of level. Pixels whose slope does not follow the others over the clip -
 * grass, clouds, the rotor - lose their say.
 */
final class CameraFollower {
    /** Slopes below this are noise and sky, grey levels a pixel. */
    private static final float SLOPE_MIN = 2.5f;

    /** Part of the pixels, the steepest, that are looked at, and their number. */
    private static final double STEEP_PART = 0.08;

    private static final int PIXELS_MAX = 4_000;

    /** Fewer show no camera. */
    private static final int PIXELS_MIN = 40;

    private static final int ROUNDS = 3;
    private static final int STEPS = 3;

    /** A step beyond this is no small displacement, pixels. */
    private static final double STEP_MAX = 1.5;

    /** Standard deviation of a displacement that is nowhere seen, pixels: keeps directions without slopes at rest. */
    private static final double PRIOR_PIXELS = 1;

    /** Grey levels by which a pixel that follows still departs: noise and compression. */
    private static final double USUAL_LEVELS = 3;

    /** Departures beyond so many of the usual ones count no more than these. */
    private static final double LIMIT_OVER_USUAL = 4;

    private final float[][] pictures;
    private final int width;
    private final int height;
    private final double[] x;
    private final double[] y;
    private int[] pixels = new int[0];
    private int[] columns = new int[0];
    private int[] rows = new int[0];
    private float[] slopeX = new float[0];
    private float[] slopeY = new float[0];
    private double[] say = new double[0];

    CameraFollower(float[][] pictures, int width, int height) {
        this.pictures = pictures;
        this.width = width;
        this.height = height;
        x = new double[pictures.length];
        y = new double[pictures.length];
    }

    /** @param settled so many pictures of the beginning are too few for the camera to have gone far */
    CameraPath path(int settled) {
        follow(StackBuilder.median(Arrays.copyOf(pictures, Math.min(settled, pictures.length))));
        CameraPath first = new CameraPath(x, y);
        if (first.isStill()) {
            return CameraPath.still(x.length);
        }
        follow(StackBuilder.median(first.stilled(pictures, width, height, StackBuilder.MEDIAN_FRAMES)));
        return new CameraPath(x, y);
    }

    private void follow(float[] reference) {
        choose(reference);
        if (pixels.length < PIXELS_MIN) {
            Arrays.fill(x, 0);
            Arrays.fill(y, 0);
            return;
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] squares = new double[pixels.length];
            for (int t = 0; t < pictures.length; t++) {
                if (round == 0 && t > 0) {
                    x[t] = x[t - 1];
                    y[t] = y[t - 1];
                }
                for (int step = 0; step < STEPS; step++) {
                    step(t, reference, squares);
                }
            }
            listen(squares);
        }
    }

    /** A pixel's say falls with the displacement that its own departures stand for. */
    private void listen(double[] squares) {
        double usual = USUAL_LEVELS * USUAL_LEVELS;
        for (int k = 0; k < say.length; k++) {
            double steep = slopeX[k] * slopeX[k] + slopeY[k] * slopeY[k];
            double off = squares[k] / (pictures.length * STEPS);
            say[k] = usual / (usual + off * off / steep);
        }
    }

    private void choose(float[] reference) {
        float[] steep = new float[width * height];
        for (int row = 2; row < height - 2; row++) {
            for (int i = row * width + 2; i < row * width + width - 2; i++) {
                steep[i] = square(across(reference, i)) + square(along(reference, i));
            }
        }
        float[] sorted = steep.clone();
        Arrays.sort(sorted);
        int count = Math.min(PIXELS_MAX, (int) (STEEP_PART * steep.length));
        float least = Math.max(square(SLOPE_MIN), sorted[sorted.length - 1 - count]);
        int[] chosen = new int[count];
        int found = 0;
        for (int i = 0; i < steep.length && found < count; i++) {
            if (steep[i] >= least) {
                chosen[found++] = i;
            }
        }
        pixels = Arrays.copyOf(chosen, found);
        slopeX = new float[found];
        slopeY = new float[found];
        for (int k = 0; k < found; k++) {
            slopeX[k] = across(reference, pixels[k]);
            slopeY[k] = along(reference, pixels[k]);
        }
        columns = new int[found];
        rows = new int[found];
        for (int k = 0; k < found; k++) {
            columns[k] = pixels[k] % width;
            rows[k] = pixels[k] / width;
        }
        say = new double[found];
        Arrays.fill(say, 1);
    }

    private static float across(float[] picture, int i) {
        return (picture[i + 1] - picture[i - 1]) / 2;
    }

    private float along(float[] picture, int i) {
        return (picture[i + width] - picture[i - width]) / 2;
    }

    private static float square(float value) {
        return value * value;
    }

    /** One step of least squares for displacement and level; adds each pixel's squared departure to {@code squares}. */
    private void step(int t, float[] reference, double[] squares) {
        double[] off = departures(t, reference);
        double limit = LIMIT_OVER_USUAL * usual(off) + USUAL_LEVELS;
        double xx = USUAL_LEVELS * USUAL_LEVELS / (PRIOR_PIXELS * PRIOR_PIXELS);
        double yy = xx;
        double xy = 0;
        double bx = 0;
        double by = 0;
        for (int k = 0; k < off.length; k++) {
            double weight = say[k] * (Math.abs(off[k]) > limit ? limit / Math.abs(off[k]) : 1);
            xx += weight * slopeX[k] * slopeX[k];
            xy += weight * slopeX[k] * slopeY[k];
            yy += weight * slopeY[k] * slopeY[k];
            bx -= weight * slopeX[k] * off[k];
            by -= weight * slopeY[k] * off[k];
            squares[k] += Math.min(off[k] * off[k], limit * limit);
        }
        double det = xx * yy - xy * xy;
        x[t] += Math.max(-STEP_MAX, Math.min(STEP_MAX, (yy * bx - xy * by) / det));
        y[t] += Math.max(-STEP_MAX, Math.min(STEP_MAX, (xx * by - xy * bx) / det));
    }

    /** From the reference, where the camera is thought to look, less what all pixels depart alike. */
    private double[] departures(int t, float[] reference) {
        double[] off = new double[pixels.length];
        double weights = 0;
        double mean = 0;
        for (int k = 0; k < off.length; k++) {
            off[k] = Shifted.at(pictures[t], width, height, columns[k] + x[t], rows[k] + y[t]) - reference[pixels[k]];
            mean += say[k] * off[k];
            weights += say[k];
        }
        for (int k = 0; k < off.length; k++) {
            off[k] -= mean / weights;
        }
        return off;
    }

    private static double usual(double[] off) {
        double[] sizes = new double[off.length];
        for (int k = 0; k < sizes.length; k++) {
            sizes[k] = Math.abs(off[k]);
        }
        return Ranked.at(sizes, sizes.length / 2);
    }
}
