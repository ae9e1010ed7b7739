package energy.registry.vision.rotor;

/**
 * Follows the rotor frame by frame: the phase of the blade count's angular harmonic over the rotor's ellipse, unwrapped.
 * What stands still, as the tower does, has no part in it, for the frames are deviations from the still picture.
 */
final class PolarTracking {
    private final FrameStack stack;
    private final Vortex vortex;

    PolarTracking(FrameStack stack, Vortex vortex) {
        this.stack = stack;
        this.vortex = vortex;
    }

    /**
     * The phase by frame in radians of the blade pass, rising in the vortex' own sense; a full turn is one pass.
     *
     * @param hertz the expected rate of passes: the phase is unwrapped around it
     */
    double[] phases(ComplexPicture amplitude, double hertz) {
        int count = 0;
        int pixels = stack.width * stack.height;
        int[] index = new int[pixels];
        float[] re = new float[pixels];
        float[] im = new float[pixels];
        double a = vortex.radius();
        for (int y = (int) Math.max(0, vortex.hubY() - a); y <= Math.min(stack.height - 1.0, vortex.hubY() + a); y++) {
            for (int x = 0; x < stack.width; x++) {
                double dx = (x - vortex.hubX()) / vortex.squeeze();
                double dy = y - vortex.hubY();
                double r = Math.hypot(dx, dy) / a;
                if (r >= Disc.INNER && r <= 1) {
                    int i = y * stack.width + x;
                    double weight = Math.hypot(amplitude.re[i], amplitude.im[i]);
                    double angle = vortex.winding() * Math.atan2(dy, dx);
                    index[count] = i;
                    re[count] = (float) (weight * Math.cos(angle));
                    im[count++] = (float) (weight * Math.sin(angle));
                }
            }
        }
        return unwrapped(index, re, im, count, hertz);
    }

    private double[] unwrapped(int[] index, float[] re, float[] im, int count, double hertz) {
        int n = stack.frames();
        double[] sumRe = new double[n];
        double[] sumIm = new double[n];
        for (int t = 0; t < n; t++) {
            float[] frame = stack.deviation[t];
            for (int k = 0; k < count; k++) {
                sumRe[t] += frame[index[k]] * re[k];
                sumIm[t] += frame[index[k]] * im[k];
            }
        }
        double[] slowRe = new PassMean(stack.seconds, sumRe).over(1 / hertz);
        double[] slowIm = new PassMean(stack.seconds, sumIm).over(1 / hertz);
        double[] phase = new double[n];
        double lead = 0;
        for (int t = 0; t < n; t++) {
            double expected = 2 * Math.PI * hertz * stack.seconds[t];
            double seen = Math.atan2(sumIm[t] - slowIm[t], sumRe[t] - slowRe[t]);
            lead += Math.IEEEremainder(seen - expected - lead, 2 * Math.PI);
            phase[t] = expected + lead;
        }
        return phase;
    }
}
