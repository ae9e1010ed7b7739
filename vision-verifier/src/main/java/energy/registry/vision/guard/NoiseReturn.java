package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the sensor's own noise returns. It is new in every live frame, even of a still sky; in a loop the frames of one
 * round carry that of the round before, through encoders and through noise put on top. Looked at outside the rotor, which
 * may return, and clipped, so that a second rotor or a bird does not speak for the noise.
 */
final class NoiseReturn {
    /** Correlation of two frames' noise; live clips stay below 0.17, loops under noise of their own have 0.23 and more. */
    static final double CORRELATION_MAX = 0.20;

    private static final double LAG_SECONDS_MIN = 0.5;
    private static final int PIXELS_MAX = 4_000;
    private static final int PROBES = 16;

    /** So many probes must agree: one pair of frames may be alike by its place in the encoder's pattern. */
    private static final int PROBES_MIN = 3;

    /** Noise is clipped at this multiple of its usual size. */
    private static final double CLIP_OVER_USUAL = 2.5;

    private static final int EDGE_PIXELS = 2;

    /** Part of the pixels, the flattest, that are looked at. */
    private static final double FLAT_PART = 0.7;

    private static final int SLOPE_FRAMES = 9;

    /** So many of a normal distribution lie within one standard deviation. */
    private static final double SIGMA_QUANTILE = 0.683;

    static final String LEVELS = "noiseLevels";

    private final List<GreyFrame> frames;
    private final int[] pixels;

    NoiseReturn(List<GreyFrame> frames, Optional<RotorDisc> rotor) {
        this.frames = frames;
        GreyFrame first = frames.get(0);
        int[] slope = slopes(frames);
        int[] sorted = slope.clone();
        Arrays.sort(sorted);
        int flat = sorted[(int) (FLAT_PART * (sorted.length - 1))];
        int[] chosen = new int[PIXELS_MAX];
        int count = 0;
        int stride = Math.max(1, (int) (FLAT_PART * first.pixels().length / PIXELS_MAX)) | 1;
        for (int i = 0; i < first.pixels().length && count < PIXELS_MAX; i += stride) {
            int x = i % first.width();
            int y = i / first.width();
            boolean inner = x >= EDGE_PIXELS && x < first.width() - EDGE_PIXELS;
            if (inner && slope[i] <= flat && (rotor.isEmpty() || !rotor.get().holds(x, y))) {
                chosen[count++] = i;
            }
        }
        pixels = Arrays.copyOf(chosen, count);
    }

    /** Of the mean of a few frames; where there is one, a shaken camera makes changes that are not the sensor's. */
    private static int[] slopes(List<GreyFrame> frames) {
        int width = frames.get(0).width();
        int[] sum = new int[frames.get(0).pixels().length];
        for (int k = 0; k < SLOPE_FRAMES; k++) {
            byte[] pixels = frames.get((int) ((long) k * (frames.size() - 1) / (SLOPE_FRAMES - 1)))
                    .pixels();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += pixels[i] & 0xff;
            }
        }
        int[] slope = new int[sum.length];
        Arrays.fill(slope, Integer.MAX_VALUE);
        for (int i = width + 1; i < sum.length - width - 1; i++) {
            slope[i] = Math.abs(sum[i + 1] - sum[i - 1]) + Math.abs(sum[i + width] - sum[i - width]);
        }
        return slope;
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        int n = frames.size() - 2;
        int first = Math.max(2, (int) Math.round(LAG_SECONDS_MIN * rate()));
        if (n < first + PROBES_MIN || pixels.length == 0) {
            return;
        }
        float[][] noise = new float[n][];
        for (int t = 0; t < n; t++) {
            noise[t] = noise(t + 1);
        }
        statistics.put(LEVELS, levels());
        double greatest = 0;
        int at = 0;
        double[][] correlation = correlations(noise, first);
        for (int lag = first; lag < n; lag++) {
            double middle = middle(correlation, lag);
            if (middle > greatest) {
                greatest = middle;
                at = lag;
            }
        }
        statistics.put("noiseReturn", greatest);
        statistics.put("noiseReturnSeconds", at / rate());
        if (greatest > CORRELATION_MAX) {
            flags.add(IntegrityFlag.LOOPED);
        }
    }

    /** Usual size of the noise of single frames, grey levels; of three independent ones, less in the ratio of 1.22. */
    private double levels() {
        int t = frames.size() / 2;
        int[] sizes = new int[pixels.length];
        for (int k = 0; k < sizes.length; k++) {
            int i = pixels[k];
            sizes[k] = Math.abs(2 * frames.get(t).at(i)
                    - frames.get(t - 1).at(i)
                    - frames.get(t + 1).at(i));
        }
        Arrays.sort(sizes);
        return sizes[(int) (SIGMA_QUANTILE * sizes.length)] / (2 * 1.22);
    }

    private double rate() {
        double micros =
                frames.get(frames.size() - 1).timestampMicros() - frames.get(0).timestampMicros();
        return (frames.size() - 1) / Math.max(1e-6, micros / 1e6);
    }

    /** What a frame has that neither its neighbour before nor the one after has; unit length. */
    private float[] noise(int t) {
        byte[] before = frames.get(t - 1).pixels();
        byte[] now = frames.get(t).pixels();
        byte[] after = frames.get(t + 1).pixels();
        float[] noise = new float[pixels.length];
        float[] sizes = new float[pixels.length];
        for (int k = 0; k < noise.length; k++) {
            int i = pixels[k];
            noise[k] = (now[i] & 0xff) - ((before[i] & 0xff) + (after[i] & 0xff)) / 2f;
            sizes[k] = Math.abs(noise[k]);
        }
        Arrays.sort(sizes);
        float limit = (float) Math.max(1, CLIP_OVER_USUAL * sizes[sizes.length / 2]);
        double power = 0;
        for (int k = 0; k < noise.length; k++) {
            noise[k] = Math.max(-limit, Math.min(limit, noise[k]));
            power += noise[k] * noise[k];
        }
        float scale = power > 0 ? (float) (1 / Math.sqrt(power)) : 0;
        for (int k = 0; k < noise.length; k++) {
            noise[k] *= scale;
        }
        return noise;
    }

    /** By probe and lag; NaN where there is no such pair. */
    private static double[][] correlations(float[][] noise, int first) {
        int n = noise.length;
        double[][] correlation = new double[PROBES][n];
        for (int p = 0; p < PROBES; p++) {
            int probe = (int) ((long) p * (n - first) / PROBES);
            Arrays.fill(correlation[p], Double.NaN);
            for (int t = probe + first; t < n; t++) {
                correlation[p][t - probe] = product(noise[probe], noise[t]);
            }
        }
        return correlation;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static double middle(double[][] correlation, int lag) {
        double[] found = new double[PROBES];
        int count = 0;
        for (double[] byLag : correlation) {
            if (!Double.isNaN(byLag[lag])) {
                found[count++] = byLag[lag];
            }
        }
        if (count < PROBES_MIN) {
            return 0;
        }
        Arrays.sort(found, 0, count);
        return found[(count - 1) / 2];
    }
}
