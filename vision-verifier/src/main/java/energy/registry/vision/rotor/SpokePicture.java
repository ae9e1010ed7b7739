package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.List;

/** A picture in which blades at rest are looked for: how far a place stands out of both its sides. */
final class SpokePicture {
    /** Where along a blade it is sampled, as parts of the radius: outside the nacelle, inside the tip. */
    static final double[] ALONG = {0.3, 0.45, 0.6, 0.75};

    /** A blade is narrower than this part of the radius, so its sides lie farther apart. */
    private static final double SIDE_PART = 0.085;

    private static final double SIDE_PIXELS_MIN = 2;

    final int width;
    final int height;
    private final float[] level;

    SpokePicture(int width, int height, float[] level) {
        this.width = width;
        this.height = height;
        this.level = level;
    }

    /** The mean of frames: what turns is smeared, what stands is sharp and free of noise. */
    static SpokePicture meanOf(List<GreyFrame> frames) {
        GreyFrame first = frames.get(0);
        float[] mean = new float[first.width() * first.height()];
        for (GreyFrame frame : frames) {
            byte[] pixels = frame.pixels();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += pixels[i] & 0xff;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= frames.size();
        }
        return new SpokePicture(first.width(), first.height(), mean);
    }

    SpokePicture halved() {
        int w = width / 2;
        int h = height / 2;
        float[] half = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = 2 * y * width + 2 * x;
                half[y * w + x] = (level[i] + level[i + 1] + level[i + width] + level[i + width + 1]) / 4;
            }
        }
        return new SpokePicture(w, h, half);
    }

    /** Between pixels; NaN outside. */
    private double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
            return Double.NaN;
        }
        double fx = x - left;
        double fy = y - top;
        int i = top * width + left;
        double upper = level[i] + (level[i + 1] - level[i]) * fx;
        double lower = level[i + width] + (level[i + width + 1] - level[i + width]) * fx;
        return upper + (lower - upper) * fy;
    }

    /** How far the place on a blade stands out of the nearer in level of its two sides; an edge alone gives nothing. */
    double ridge(Spokes s, double degrees, double along) {
        double ux = Math.cos(Math.toRadians(degrees)) * s.squeeze();
        double uy = Math.sin(Math.toRadians(degrees));
        double length = Math.hypot(ux, uy);
        double side = Math.max(SIDE_PIXELS_MIN, SIDE_PART * s.radius());
        double nx = -uy / length * side;
        double ny = ux / length * side;
        double x = s.hubX() + along * s.radius() * ux;
        double y = s.hubY() + along * s.radius() * uy;
        double middle = at(x, y);
        double left = s.brighter() * (middle - at(x + nx, y + ny));
        double right = s.brighter() * (middle - at(x - nx, y - ny));
        double least = Math.min(left, right);
        return Double.isNaN(least) ? 0 : least;
    }

    /** Levels at equal steps of half a pixel across a blade, its middle in the middle. */
    double[] across(Spokes s, double degrees, double along, int steps) {
        double ux = Math.cos(Math.toRadians(degrees)) * s.squeeze();
        double uy = Math.sin(Math.toRadians(degrees));
        double length = Math.hypot(ux, uy);
        double[] profile = new double[2 * steps + 1];
        for (int k = -steps; k <= steps; k++) {
            double x = s.hubX() + along * s.radius() * ux - uy / length * k / 2;
            double y = s.hubY() + along * s.radius() * uy + ux / length * k / 2;
            profile[k + steps] = at(x, y);
        }
        return profile;
    }

    /** The weakest of all samples on all blades but one: one may lie on a cloud of the blade's own level. */
    double weakest(Spokes s) {
        double least = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        for (int blade = 0; blade < s.blades(); blade++) {
            for (double along : ALONG) {
                double ridge = ridge(s, s.degrees() + 360.0 * blade / s.blades(), along);
                if (ridge < least) {
                    second = least;
                    least = ridge;
                } else if (ridge < second) {
                    second = ridge;
                }
            }
        }
        return second;
    }

    double mean(Spokes s, double turn) {
        double sum = 0;
        for (int blade = 0; blade < s.blades(); blade++) {
            sum += blade(s, turn, blade);
        }
        return sum / s.blades();
    }

    /** Of all blades but the strongest: at an angle where no rotor stands, one may lie on the tower. */
    double meanOfOthers(Spokes s, double turn) {
        double sum = 0;
        double strongest = Double.NEGATIVE_INFINITY;
        for (int blade = 0; blade < s.blades(); blade++) {
            double mean = blade(s, turn, blade);
            sum += mean;
            strongest = Math.max(strongest, mean);
        }
        return (sum - strongest) / (s.blades() - 1);
    }

    private double blade(Spokes s, double turn, int blade) {
        double sum = 0;
        for (double along : ALONG) {
            sum += ridge(s, s.degrees() + turn + 360.0 * blade / s.blades(), along);
        }
        return sum / ALONG.length;
    }

    /** How far places stand out of their sides where there is nothing: noise, grass, leaves. */
    double usualRidge() {
        float[] found = new float[width * height / 7 + 1];
        int count = 0;
        for (int i = 0; i < level.length; i += 7) {
            int x = i % width;
            if (x >= 3 && x < width - 3) {
                float ridge = Math.min(Math.abs(level[i] - level[i - 3]), Math.abs(level[i] - level[i + 3]));
                found[count++] = ridge;
            }
        }
        Arrays.sort(found, 0, count);
        return count == 0 ? 0 : found[count / 2] / 0.6745;
    }
}
