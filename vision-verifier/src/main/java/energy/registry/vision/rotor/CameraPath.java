package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Where the camera looked, frame by frame, against where it looked first.
 *
 * @param x displacement of what stands still, pixels to the right
 * @param y the same downwards
 */
record CameraPath(double[] x, double[] y) {
    /** Root mean square displacements below this are the estimate's own, pixels. */
    private static final double WANDER_MIN = 0.04;

    static CameraPath still(int frames) {
        return new CameraPath(new double[frames], new double[frames]);
    }

    boolean isStill() {
        return wander() < WANDER_MIN;
    }

    /** Root mean square displacement from the path's mean, pixels. */
    double wander() {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += Math.pow(x[t] - meanX, 2) + Math.pow(y[t] - meanY, 2);
        }
        return Math.sqrt(sum / x.length);
    }

    /** Largest distance between two places along either axis, pixels. */
    double span() {
        return Math.max(span(x), span(y));
    }

    private static double span(double[] place) {
        return Arrays.stream(place).max().orElse(0) - Arrays.stream(place).min().orElse(0);
    }

    CameraPath scaled(double factor) {
        return new CameraPath(
                Arrays.stream(x).map(place -> place * factor).toArray(),
                Arrays.stream(y).map(place -> place * factor).toArray());
    }

    /** At most so many of the pictures, as they would have been without the camera's moving. */
    float[][] stilled(float[][] pictures, int width, int height, int most) {
        int count = Math.min(most, pictures.length);
        float[][] stilled = new float[count][];
        for (int k = 0; k < count; k++) {
            int t = count == pictures.length ? k : (int) ((long) k * (pictures.length - 1) / Math.max(1, count - 1));
            stilled[k] = Shifted.by(pictures[t], width, height, x[t], y[t]);
        }
        return stilled;
    }
}
