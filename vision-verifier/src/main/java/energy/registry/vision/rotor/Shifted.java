package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;

/** Pictures between their pixels. */
final class Shifted {
    private Shifted() {}

    /** The level at a place, linear between pixels; beyond the border, the border's. */
    static float at(float[] picture, int width, int height, double x, double y) {
        double inX = inside(x, width);
        double inY = inside(y, height);
        int left = (int) inX;
        int top = (int) inY;
        float fx = (float) (inX - left);
        float fy = (float) (inY - top);
        int i = top * width + left;
        float upper = picture[i] + (picture[i + 1] - picture[i]) * fx;
        float lower = picture[i + width] + (picture[i + width + 1] - picture[i + width]) * fx;
        return upper + (lower - upper) * fy;
    }

    /** The place along a line of so many pixels; beyond the border, at it. */
    static double inside(double place, int length) {
        return Math.max(0, Math.min(length - 1.001, place));
    }

    /** The same of a frame, whose places were looked up before: the pixel to the left and above, and the parts beyond it. */
    static float at(GreyFrame frame, int left, float fx, int top, float fy) {
        int width = frame.width();
        int i = top * width + left;
        float upper = frame.at(i) + (frame.at(i + 1) - frame.at(i)) * fx;
        float lower = frame.at(i + width) + (frame.at(i + width + 1) - frame.at(i + width)) * fx;
        return upper + (lower - upper) * fy;
    }

    /** The picture as seen so far to the right and down; cubic between pixels (Catmull and Rom), so that edges stay. */
    static float[] by(float[] picture, int width, int height, double x, double y) {
        float[] across = new float[picture.length];
        float[] out = new float[picture.length];
        pass(picture, across, width, height, 1, width, x);
        pass(across, out, height, width, width, 1, y);
        return out;
    }

    private static void pass(float[] from, float[] to, int length, int lines, int step, int lineStep, double by) {
        int whole = (int) Math.floor(by);
        float f = (float) (by - whole);
        float a = f * (-0.5f + f * (1 - 0.5f * f));
        float b = 1 + f * f * (-2.5f + 1.5f * f);
        float c = f * (0.5f + f * (2 - 1.5f * f));
        float d = f * f * (-0.5f + 0.5f * f);
        int last = length - 1;
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                int at = i + whole;
                if (at >= 1 && at < last - 1) {
                    int p = start + at * step;
                    to[start + i * step] =
                            a * from[p - step] + b * from[p] + c * from[p + step] + d * from[p + 2 * step];
                } else {
                    to[start + i * step] = a * from[start + clamp(at - 1, last) * step]
                            + b * from[start + clamp(at, last) * step]
                            + c * from[start + clamp(at + 1, last) * step]
                            + d * from[start + clamp(at + 2, last) * step];
                }
            }
        }
    }

    private static int clamp(int at, int last) {
        return Math.max(0, Math.min(last, at));
    }
}
