package energy.registry.vision.rotor;

import java.util.Arrays;

/** The power in a box around every place, so that the search need not look where hardly anything swings. */
final class BoxEnergy {
    /** A rotor is among the liveliest places at its own frequency. */
    private static final double LIVELY_PART = 0.15;

    private final int width;
    private final float[] energy;
    private final float least;

    BoxEnergy(ComplexPicture picture, int reach) {
        width = picture.width;
        energy = new float[width * picture.height];
        double[] sums = sums(picture);
        int stride = width + 1;
        for (int y = 0; y < picture.height; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(picture.height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                energy[y * width + x] = (float) (sums[bottom * stride + right]
                        - sums[top * stride + right]
                        - sums[bottom * stride + left]
                        + sums[top * stride + left]);
            }
        }
        float[] sorted = energy.clone();
        Arrays.sort(sorted);
        least = sorted[(int) ((1 - LIVELY_PART) * (sorted.length - 1))];
    }

    private static double[] sums(ComplexPicture picture) {
        int stride = picture.width + 1;
        double[] sums = new double[stride * (picture.height + 1)];
        float[] modulus = picture.modulus();
        for (int y = 0; y < picture.height; y++) {
            double row = 0;
            for (int x = 0; x < picture.width; x++) {
                float length = modulus[y * picture.width + x];
                row += length * length;
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        return sums;
    }

    boolean isLively(int x, int y) {
        return energy[y * width + x] >= least;
    }
}
