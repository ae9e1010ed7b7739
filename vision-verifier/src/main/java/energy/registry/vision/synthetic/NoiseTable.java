package energy.registry.vision.synthetic;

import java.util.SplittableRandom;

/** Sensor noise: a table of normal deviates that every frame enters at places of its own. */
final class NoiseTable {
    private static final int SIZE = 1 << 17;

    private final float[] deviates = new float[SIZE];

    NoiseTable(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SIZE; i += 2) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double angle = 2 * Math.PI * random.nextDouble();
            deviates[i] = (float) (radius * Math.cos(angle));
            deviates[i + 1] = (float) (radius * Math.sin(angle));
        }
    }

    void add(float[] plane, int width, double levels, long frameSeed) {
        if (levels <= 0) {
            return;
        }
        SplittableRandom random = new SplittableRandom(frameSeed);
        float gain = (float) levels;
        for (int row = 0; row < plane.length; row += width) {
            int place = random.nextInt(SIZE);
            for (int x = 0; x < width; x++) {
                plane[row + x] += gain * deviates[place + x & SIZE - 1];
            }
        }
    }
}
