package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Sharpens the phase by every pixel of the rotor's disc: with each pass a pixel sees the same course of brightness, so its
 * harmonics over the phase are fitted, and each frame's phase is moved to where all pixels together fit best (Gauss and
 * Newton). Brightness has its sign here: of faint blades the modulus is mostly noise.
 */
final class PassTemplate {
    /** Harmonics of the pass that a pixel's course is made of; thin blades have many. */
    private static final int HARMONICS_MAX = 6;

    /** A pass has to be seen this often for each harmonic's two unknowns, frames. */
    private static final int FRAMES_PER_HARMONIC = 16;

    private static final int HARMONICS_LESS = 2;

    private static final int PIXELS_MAX = 1_600;
    private static final int ROUNDS = 4;

    /** No step is larger, radians of the pass. */
    private static final double STEP_MAX = 0.4;

    private final double[][] pixels;
    private final double[] phase;
    private final int harmonics;

    private PassTemplate(double[][] pixels, double[] phase) {
        this.pixels = pixels;
        this.phase = phase;
        this.harmonics = harmonics(phase);
    }

    /**
     * As many as the frames tell; fewer where they show the blades at just as many places as the course has unknowns: then it
     * takes the rotor's creeping from place to place for a change of shape.
     */
    private static int harmonics(double[] phase) {
        int told = Math.max(1, Math.min(HARMONICS_MAX, phase.length / FRAMES_PER_HARMONIC));
        int beyond = SeenPlaces.of(phase) - (2 * told + 1);
        return beyond == 0 || beyond == 1 ? Math.max(1, told - HARMONICS_LESS) : told;
    }

    /**
     * @param phase by frame, moved in place
     * @param hertz rate of passes: what is slower belongs to the sky
     */
    static void sharpen(FrameStack stack, Vortex vortex, ComplexPicture amplitude, double[] phase, double hertz) {
        int[] chosen = strongest(stack, vortex, amplitude);
        if (chosen.length == 0) {
            return;
        }
        PassMean slow = new PassMean(stack.seconds, 1 / hertz);
        double[][] series = new double[chosen.length][phase.length];
        for (int p = 0; p < chosen.length; p++) {
            for (int t = 0; t < phase.length; t++) {
                series[p][t] = stack.difference[t][chosen[p]];
            }
            double[] mean = slow.over(series[p]);
            for (int t = 0; t < phase.length; t++) {
                series[p][t] -= mean[t];
            }
        }
        PassTemplate template = new PassTemplate(series, phase);
        for (int round = 0; round < ROUNDS; round++) {
            template.round();
        }
    }

    /** The pixels of the disc that swing most with the blades. */
    private static int[] strongest(FrameStack stack, Vortex vortex, ComplexPicture amplitude) {
        int[] inside = new int[stack.width * stack.height];
        float[] swing = new float[inside.length];
        int count = 0;
        float[] modulus = amplitude.modulus();
        for (int y = 0; y < stack.height; y++) {
            for (int x = 0; x < stack.width; x++) {
                double r = Math.hypot((x - vortex.hubX()) / vortex.squeeze(), y - vortex.hubY()) / vortex.radius();
                if (r <= 1.1 && r >= Disc.INNER / 2) {
                    swing[count] = modulus[y * stack.width + x];
                    inside[count++] = y * stack.width + x;
                }
            }
        }
        float[] sorted = Arrays.copyOf(swing, count);
        Arrays.sort(sorted);
        float least = count > PIXELS_MAX ? sorted[count - PIXELS_MAX] : 0;
        int[] chosen = new int[count];
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (swing[k] >= least) {
                chosen[kept++] = inside[k];
            }
        }
        return Arrays.copyOf(chosen, kept);
    }

    private void round() {
        int n = phase.length;
        double[][] waves = new double[1 + 2 * harmonics][n];
        double[][] slopes = new double[1 + 2 * harmonics][n];
        for (int t = 0; t < n; t++) {
            waves[0][t] = 1;
            for (int m = 1; m <= harmonics; m++) {
                double cos = Math.cos(m * phase[t]);
                double sin = Math.sin(m * phase[t]);
                waves[2 * m - 1][t] = cos;
                waves[2 * m][t] = sin;
                slopes[2 * m - 1][t] = -m * sin;
                slopes[2 * m][t] = m * cos;
            }
        }
        double[][] solver = LeastSquares.solver(waves);
        double[] up = new double[n];
        double[] down = new double[n];
        for (double[] pixel : pixels) {
            add(pixel, solver, waves, slopes, up, down);
        }
        double usual = Arrays.stream(down).average().orElse(0);
        for (int t = 0; t < n && usual > 0; t++) {
            // Where no pixel says much, as when all blades lie before the tower, the phase stays.
            double step = up[t] / (down[t] + 0.05 * usual);
            phase[t] += Math.max(-STEP_MAX, Math.min(STEP_MAX, step));
        }
    }

    private static void add(
            double[] pixel, double[][] solver, double[][] waves, double[][] slopes, double[] up, double[] down) {
        int n = pixel.length;
        double[] rest = pixel.clone();
        double[] slope = new double[n];
        double[] parts = LeastSquares.times(solver, pixel);
        for (int k = 0; k < waves.length; k++) {
            double part = parts[k];
            double[] wave = waves[k];
            double[] steep = slopes[k];
            for (int t = 0; t < n; t++) {
                rest[t] -= part * wave[t];
                slope[t] += part * steep[t];
            }
        }
        double noise = 1e-6 + LeastSquares.dot(rest, rest) / n;
        for (int t = 0; t < n; t++) {
            up[t] += rest[t] * slope[t] / noise;
            down[t] += slope[t] * slope[t] / noise;
        }
    }
}
