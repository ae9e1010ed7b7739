package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.List;

/** Turns frames into a {@link FrameStack} at full or at reduced size. */
final class StackBuilder {
    /** Frames that the median picture is taken from: enough for a rotor that covers a pixel a third of the time. */
    static final int MEDIAN_FRAMES = 41;

    /** Every so many pixels enter the fit of a frame's exposure. */
    private static final int EXPOSURE_STRIDE = 5;

    /** In a second even a drone does not get far, and blades leave the median. */
    private static final double SETTLED_SECONDS = 1;

    private static final int SETTLED_FRAMES = 9;

    private final List<GreyFrame> frames;
    private final int shrink;
    private final int width;
    private final int height;
    private final int left;
    private final int top;

    /** @param shrink size of the blocks of pixels that are averaged, from 1 */
    StackBuilder(List<GreyFrame> frames, int shrink) {
        this.frames = frames;
        this.shrink = shrink;
        this.width = frames.get(0).width() / shrink;
        this.height = frames.get(0).height() / shrink;
        this.left = 0;
        this.top = 0;
    }

    /** A part of the frames at their full size. */
    StackBuilder(List<GreyFrame> frames, int left, int top, int width, int height) {
        this.frames = frames;
        this.shrink = 1;
        this.width = width;
        this.height = height;
        this.left = left;
        this.top = top;
    }

    /** With the camera's moving found and taken out. */
    FrameStack build() {
        float[][] pictures = pictures();
        double[] seconds = seconds();
        int settled = 1;
        while (settled < seconds.length && seconds[settled] <= SETTLED_SECONDS) {
            settled++;
        }
        CameraFollower follower = new CameraFollower(pictures, width, height);
        return build(pictures, seconds, follower.path(Math.max(SETTLED_FRAMES, settled)));
    }

    /** With the camera's moving known, in pixels of this stack. */
    FrameStack build(CameraPath path) {
        return build(pictures(), seconds(), path);
    }

    private float[][] pictures() {
        float[][] pictures = new float[frames.size()][];
        for (int t = 0; t < pictures.length; t++) {
            pictures[t] = shrunk(frames.get(t));
        }
        return pictures;
    }

    private double[] seconds() {
        double[] seconds = new double[frames.size()];
        for (int t = 0; t < seconds.length; t++) {
            seconds[t] = (frames.get(t).timestampMicros() - frames.get(0).timestampMicros()) / 1e6;
        }
        return seconds;
    }

    private FrameStack build(float[][] taken, double[] seconds, CameraPath path) {
        float[][] pictures = path.isStill() ? taken : path.stilled(taken, width, height, taken.length);
        float[] median = median(pictures);
        float[] gain = new float[pictures.length];
        float[] offset = new float[pictures.length];
        for (int t = 0; t < pictures.length; t++) {
            double[] fit = exposure(pictures[t], median);
            gain[t] = (float) fit[0];
            offset[t] = (float) fit[1];
            subtract(pictures[t], median, gain[t], offset[t]);
        }
        return new FrameStack(width, height, pictures, seconds, path, gain, offset);
    }

    private float[] shrunk(GreyFrame frame) {
        float[] picture = new float[width * height];
        float scale = 1f / (shrink * shrink);
        byte[] pixels = frame.pixels();
        for (int y = 0; y < height * shrink; y++) {
            int row = (top + y) * frame.width() + left;
            int target = y / shrink * width;
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = 0; k < shrink; k++) {
                    sum += pixels[row + x * shrink + k] & 0xff;
                }
                picture[target + x] += sum * scale;
            }
        }
        return picture;
    }

    static float[] median(float[][] pictures) {
        int count = Math.min(MEDIAN_FRAMES, pictures.length);
        float[][] chosen = new float[count][];
        for (int k = 0; k < count; k++) {
            chosen[k] = pictures[(int) ((long) k * (pictures.length - 1) / Math.max(1, count - 1))];
        }
        float[] median = new float[pictures[0].length];
        double[] column = new double[count];
        for (int i = 0; i < median.length; i++) {
            for (int k = 0; k < count; k++) {
                column[k] = chosen[k][i];
            }
            median[i] = (float) Ranked.at(column, count / 2);
        }
        return median;
    }

    /** Gain and offset by least squares, once again without the fifth that fits worst. */
    private static double[] exposure(float[] picture, float[] median) {
        double[] fit = fit(picture, median, 1, 0, Float.MAX_VALUE);
        return fit(picture, median, fit[0], fit[1], trimLimit(picture, median, fit));
    }

    private static void subtract(float[] picture, float[] median, float gain, float offset) {
        for (int i = 0; i < picture.length; i++) {
            picture[i] -= gain * median[i] + offset;
        }
    }

    private static double[] fit(float[] picture, float[] median, double gain, double offset, float limit) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < picture.length; i += EXPOSURE_STRIDE) {
            float x = median[i];
            float y = picture[i];
            if (Math.abs(y - gain * x - offset) <= limit) {
                n++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        double spread = n * sxx - sx * sx;
        if (n < 16 || spread < n * n) {
            return new double[] {1, n == 0 ? 0 : (sy - sx) / n};
        }
        double slope = (n * sxy - sx * sy) / spread;
        return new double[] {slope, (sy - slope * sx) / n};
    }

    private static float trimLimit(float[] picture, float[] median, double[] fit) {
        double[] residuals = new double[(picture.length + EXPOSURE_STRIDE - 1) / EXPOSURE_STRIDE];
        for (int i = 0, k = 0; i < picture.length; i += EXPOSURE_STRIDE, k++) {
            residuals[k] = (float) Math.abs(picture[i] - fit[0] * median[i] - fit[1]);
        }
        return (float) Ranked.at(residuals, (int) (residuals.length * 0.8));
    }
}
