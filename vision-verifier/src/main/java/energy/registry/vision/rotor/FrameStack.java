package energy.registry.vision.rotor;

/**
 * Frames over time as deviations from the still picture: for every frame, {@code |x - median|} after the frame's exposure
 * was matched to the median picture. Rectified, because a blade is lighter than the sky on one side and darker than it on
 * the other, and both are a blade.
 */
final class FrameStack {
    final int width;
    final int height;
    /** By frame, then by pixel. */
    final float[][] deviation;
    /** Presentation times, s from the first frame. */
    final double[] seconds;

    FrameStack(int width, int height, float[][] deviation, double[] seconds) {
        this.width = width;
        this.height = height;
        this.deviation = deviation;
        this.seconds = seconds;
    }

    int frames() {
        return deviation.length;
    }

    double duration() {
        return seconds[seconds.length - 1];
    }

    /** Mean rate of the frames, Hz. */
    double rate() {
        return (frames() - 1) / duration();
    }

    /** The amplitude of every pixel at a frequency, through a Hann window, the mean taken away. */
    ComplexPicture lockIn(double hertz) {
        int n = frames();
        float[] cos = new float[n];
        float[] sin = new float[n];
        double sumCos = 0;
        double sumSin = 0;
        double sumWindow = 0;
        double[] window = new double[n];
        for (int t = 0; t < n; t++) {
            window[t] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / n);
            sumWindow += window[t];
            sumCos += window[t] * Math.cos(2 * Math.PI * hertz * seconds[t]);
            sumSin += window[t] * -Math.sin(2 * Math.PI * hertz * seconds[t]);
        }
        for (int t = 0; t < n; t++) {
            double phase = 2 * Math.PI * hertz * seconds[t];
            cos[t] = (float) (window[t] * (Math.cos(phase) - sumCos / sumWindow) / sumWindow);
            sin[t] = (float) (window[t] * (-Math.sin(phase) - sumSin / sumWindow) / sumWindow);
        }
        ComplexPicture amplitude = new ComplexPicture(width, height);
        for (int t = 0; t < n; t++) {
            accumulate(deviation[t], cos[t], sin[t], amplitude);
        }
        return amplitude;
    }

    private static void accumulate(float[] frame, float cos, float sin, ComplexPicture into) {
        float[] re = into.re;
        float[] im = into.im;
        for (int i = 0; i < frame.length; i++) {
            re[i] += frame[i] * cos;
            im[i] += frame[i] * sin;
        }
    }
}
