package energy.registry.vision.rotor;

import java.util.Arrays;

/**
 * Follows the rotor frame by frame: the phase of the blade count's angular harmonic over the rotor's ellipse, unwrapped,
 * then sharpened by the higher harmonics. What stands still, as the tower does, has no part in it, for the frames are
 * deviations from the still picture.
 */
final class PolarTracking {
    /** Thin blades ring in many harmonics of their count; each higher one tells the angle more finely, and paler. */
    private static final int HARMONICS_MAX = 5;

    /** Pixels of arc at 60 % of the radius in which a harmonic's wave is still seen. */
    private static final double WAVE_PIXELS_MIN = 4;

    private static final int ROUNDS = 3;

    /** A step of sharpening larger than this, radians of the pass, comes from elsewhere than the rotor. */
    private static final double STEP_MAX = 0.6;

    private final FrameStack stack;
    private final Vortex vortex;
    private final int harmonics;
    private final double[][] re;
    private final double[][] im;

    PolarTracking(FrameStack stack, Vortex vortex) {
        this.stack = stack;
        this.vortex = vortex;
        double waves = 2 * Math.PI * 0.6 * vortex.radius() / (WAVE_PIXELS_MIN * vortex.blades());
        harmonics = (int) Math.max(1, Math.min(HARMONICS_MAX, waves));
        re = new double[harmonics][stack.frames()];
        im = new double[harmonics][stack.frames()];
    }

    /**
     * The phase by frame in radians of the blade pass, rising in the vortex' own sense; a full turn is one pass.
     *
     * @param hertz the expected rate of passes: the phase is unwrapped around it
     */
    double[] phases(ComplexPicture amplitude, double hertz) {
        sum(amplitude);
        PassMean slow = new PassMean(stack.seconds, 1 / hertz);
        for (int m = 0; m < harmonics; m++) {
            take(slow.over(re[m]), re[m]);
            take(slow.over(im[m]), im[m]);
        }
        double[] phase = unwrapped(hertz);
        for (int round = 0; round < ROUNDS && harmonics > 1; round++) {
            sharpen(phase);
        }
        PassTemplate.sharpen(stack, vortex, amplitude, phase, hertz);
        return phase;
    }

    /** The angular harmonics of every frame, each pixel weighted by how much it swings with the blades. */
    private void sum(ComplexPicture amplitude) {
        double a = vortex.radius();
        int[] inside = new int[stack.width * stack.height];
        double[] weight = new double[inside.length];
        double[] angle = new double[inside.length];
        int count = 0;
        for (int y = (int) Math.max(0, vortex.hubY() - a); y <= Math.min(stack.height - 1.0, vortex.hubY() + a); y++) {
            for (int x = 0; x < stack.width; x++) {
                double dx = (x - vortex.hubX()) / vortex.squeeze();
                double dy = y - vortex.hubY();
                double r = Math.hypot(dx, dy) / a;
                if (r >= Disc.INNER && r <= 1) {
                    int i = y * stack.width + x;
                    inside[count] = i;
                    weight[count] = Math.hypot(amplitude.re[i], amplitude.im[i]);
                    angle[count++] = vortex.winding() * Math.atan2(dy, dx);
                }
            }
        }
        for (int m = 0; m < harmonics; m++) {
            add(m, Arrays.copyOf(inside, count), weight, angle);
        }
    }

    /** Frame by frame, so that memory is read in its own order. */
    private void add(int harmonic, int[] inside, double[] weight, double[] angle) {
        double[] cos = new double[inside.length];
        double[] sin = new double[inside.length];
        for (int k = 0; k < inside.length; k++) {
            cos[k] = weight[k] * Math.cos((harmonic + 1) * angle[k]);
            sin[k] = weight[k] * Math.sin((harmonic + 1) * angle[k]);
        }
        for (int t = 0; t < stack.frames(); t++) {
            float[] frame = stack.difference[t];
            double sumRe = 0;
            double sumIm = 0;
            for (int k = 0; k < inside.length; k++) {
                float value = Math.abs(frame[inside[k]]);
                sumRe += value * cos[k];
                sumIm += value * sin[k];
            }
            re[harmonic][t] = sumRe;
            im[harmonic][t] = sumIm;
        }
    }

    private static void take(double[] slow, double[] from) {
        for (int t = 0; t < from.length; t++) {
            from[t] -= slow[t];
        }
    }

    private double[] unwrapped(double hertz) {
        double[] phase = new double[stack.frames()];
        double lead = 0;
        for (int t = 0; t < phase.length; t++) {
            double expected = 2 * Math.PI * hertz * stack.seconds[t];
            double seen = Math.atan2(im[0][t], re[0][t]);
            lead += Math.IEEEremainder(seen - expected - lead, 2 * Math.PI);
            phase[t] = expected + lead;
        }
        return phase;
    }

    /**
     * One step of least squares towards the angle at which all harmonics together look like their own mean, each weighted
     * by how clear it is.
     */
    private void sharpen(double[] phase) {
        double[] up = new double[phase.length];
        double down = 0;
        for (int m = 0; m < harmonics; m++) {
            int order = m + 1;
            double meanRe = 0;
            double meanIm = 0;
            double[] turnedRe = new double[phase.length];
            double[] turnedIm = new double[phase.length];
            for (int t = 0; t < phase.length; t++) {
                double cos = Math.cos(order * phase[t]);
                double sin = Math.sin(order * phase[t]);
                turnedRe[t] = re[m][t] * cos + im[m][t] * sin;
                turnedIm[t] = im[m][t] * cos - re[m][t] * sin;
                meanRe += turnedRe[t] / phase.length;
                meanIm += turnedIm[t] / phase.length;
            }
            double noise = 1e-12;
            for (int t = 0; t < phase.length; t++) {
                double offRe = turnedRe[t] - meanRe;
                double offIm = turnedIm[t] - meanIm;
                noise += (offRe * offRe + offIm * offIm) / phase.length;
            }
            down += order * order * (meanRe * meanRe + meanIm * meanIm) / noise;
            for (int t = 0; t < phase.length; t++) {
                up[t] += order * (turnedIm[t] * meanRe - turnedRe[t] * meanIm) / noise;
            }
        }
        for (int t = 0; t < phase.length && down > 0; t++) {
            phase[t] += Math.max(-STEP_MAX, Math.min(STEP_MAX, up[t] / down));
        }
    }
}
