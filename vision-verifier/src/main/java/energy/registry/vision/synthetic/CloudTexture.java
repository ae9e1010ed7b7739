package energy.registry.vision.synthetic;

import java.util.SplittableRandom;

/** A periodic texture of smooth noise in several octaves, mean 0, standard deviation 1. */
final class CloudTexture {
    /** Powers of two, so that wrapping is a mask; wider than any picture rendered here needs before it repeats. */
    static final int WIDTH = 1024;

    static final int HEIGHT = 512;

    private final float[] value = new float[WIDTH * HEIGHT];

    CloudTexture(long seed, int firstCell, int octaves) {
        SplittableRandom random = new SplittableRandom(seed);
        double weight = 1;
        for (int octave = 0, cell = firstCell; octave < octaves && cell >= 1; octave++, cell /= 2) {
            addOctave(random, cell, weight);
            weight *= 0.55;
        }
        normalise();
    }

    private void addOctave(SplittableRandom random, int cell, double weight) {
        int columns = WIDTH / cell;
        int rows = HEIGHT / cell;
        float[] lattice = new float[columns * rows];
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = (float) ((random.nextDouble() - 0.5) * weight);
        }
        for (int y = 0; y < HEIGHT; y++) {
            int row = y / cell;
            float fy = smooth((y % cell) / (float) cell);
            int below = (row + 1) % rows;
            for (int x = 0; x < WIDTH; x++) {
                int column = x / cell;
                int next = (column + 1) % columns;
                float fx = smooth((x % cell) / (float) cell);
                float top = mix(lattice[row * columns + column], lattice[row * columns + next], fx);
                float bottom = mix(lattice[below * columns + column], lattice[below * columns + next], fx);
                value[y * WIDTH + x] += mix(top, bottom, fy);
            }
        }
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float mix(float a, float b, float part) {
        return a + (b - a) * part;
    }

    private void normalise() {
        double sum = 0;
        double squares = 0;
        for (float v : value) {
            sum += v;
            squares += v * v;
        }
        float mean = (float) (sum / value.length);
        float scale = (float) (1 / Math.sqrt(squares / value.length - mean * mean));
        for (int i = 0; i < value.length; i++) {
            value[i] = (value[i] - mean) * scale;
        }
    }

    /** Adds {@code gain} times the texture to a row of a picture, seen through a window at a fractional place and scale. */
    void addRow(float[] plane, int offset, int width, double left, double top, double step, float gain) {
        int y0 = (int) Math.floor(top);
        float fy = (float) (top - y0);
        int upper = (y0 & HEIGHT - 1) * WIDTH;
        int lower = (y0 + 1 & HEIGHT - 1) * WIDTH;
        for (int x = 0; x < width; x++) {
            double at = left + x * step;
            int x0 = (int) Math.floor(at);
            float fx = (float) (at - x0);
            int column = x0 & WIDTH - 1;
            int next = x0 + 1 & WIDTH - 1;
            float before = mix(value[upper + column], value[lower + column], fy);
            float after = mix(value[upper + next], value[lower + next], fy);
            plane[offset + x] += gain * mix(before, after, fx);
        }
    }
}
