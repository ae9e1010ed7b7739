package energy.registry.vision.rotor;

/**
 * Frames over time as differences from the still picture: for every frame, {@code x - median} after the frame's exposure
 * was matched to the median picture. Rotors are looked for in the modulus, because a blade is lighter than the sky on one
 * side and darker than it on the other, and both are a blade.
 */
final class FrameStack {
    final int width;
    final int height;
    /** By frame, then by pixel. */
    final float[][] difference;
    /** Presentation times, s from the first frame. */
    final double[] seconds;
    /** The camera's moving that was taken out. */
    final CameraPath path;
    /** By frame, how its exposure differs from the still picture's: level = gain x still level + offset. */
    final float[] gain;

    final float[] offset;

    FrameStack(
            int width,
            int height,
            float[][] difference,
            double[] seconds,
            CameraPath path,
            float[] gain,
            float[] offset) {
        this.width = width;
        this.height = height;
        this.difference = difference;
        this.seconds = seconds;
        this.path = path;
        this.gain = gain;
        this.offset = offset;
    }

    int frames() {
        return difference.length;
    }

    double duration() {
        return seconds[seconds.length - 1];
    }

    /** Mean rate of the frames, Hz. */
    double rate() {
        return (frames() - 1) / duration();
    }

    /**
     * The same without what is smooth: every pixel less the mean of the square around it. Blades are narrow and stay, clouds
     * are wide and go, also those that pass as often as a blade does.
     *
     * @param reach from the middle of the square to its side, pixels
     */
    FrameStack sharpened(int reach) {
        float[][] sharp = new float[difference.length][];
        for (int t = 0; t < sharp.length; t++) {
            sharp[t] = sharpened(difference[t], reach);
        }
        return new FrameStack(width, height, sharp, seconds, path, gain, offset);
    }

    private float[] sharpened(float[] frame, int reach) {
        float[] sums = new float[frame.length];
        for (int y = 0; y < height; y++) {
            runningAcross(frame, sums, y * width, reach);
        }
        float[] sharp = new float[frame.length];
        runningDown(sums, sharp, reach);
        for (int i = 0; i < sharp.length; i++) {
            sharp[i] = frame[i] - sharp[i];
        }
        return sharp;
    }

    /** Means over what lies within reach along a row; near its ends, over what there is. */
    private void runningAcross(float[] from, float[] to, int start, int reach) {
        float sum = 0;
        for (int x = 0; x < Math.min(reach, width); x++) {
            sum += from[start + x];
        }
        for (int x = 0; x < width; x++) {
            if (x + reach < width) {
                sum += from[start + x + reach];
            }
            if (x - reach > 0) {
                sum -= from[start + x - reach - 1];
            }
            to[start + x] = sum / within(x, width, reach);
        }
    }

    /** The same along all columns, row by row: so memory is read in its own order. */
    private void runningDown(float[] from, float[] to, int reach) {
        float[] sums = new float[width];
        for (int y = 0; y < Math.min(reach, height); y++) {
            add(from, y, 1, sums);
        }
        for (int y = 0; y < height; y++) {
            if (y + reach < height) {
                add(from, y + reach, 1, sums);
            }
            if (y - reach > 0) {
                add(from, y - reach - 1, -1, sums);
            }
            int count = within(y, height, reach);
            for (int x = 0; x < width; x++) {
                to[y * width + x] = sums[x] / count;
            }
        }
    }

    private void add(float[] from, int row, int sign, float[] sums) {
        for (int x = 0; x < width; x++) {
            sums[x] += sign * from[row * width + x];
        }
    }

    private static int within(int at, int length, int reach) {
        return Math.min(length - 1, at + reach) - Math.max(0, at - reach) + 1;
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
            accumulate(difference[t], cos[t], sin[t], amplitude);
        }
        return amplitude;
    }

    private static void accumulate(float[] frame, float cos, float sin, ComplexPicture into) {
        float[] re = into.re;
        float[] im = into.im;
        for (int i = 0; i < frame.length; i++) {
            re[i] += Math.abs(frame[i]) * cos;
            im[i] += Math.abs(frame[i]) * sin;
        }
    }
}
