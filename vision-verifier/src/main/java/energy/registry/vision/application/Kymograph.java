package energy.registry.vision.application;

import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.rotor.RotorTrack;
import energy.registry.vision.rotor.StandingRotor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The picture a person can recount a speed from: a ring around the hub, unrolled. Columns are frames, rows are degrees
 * clockwise from three o'clock; every blade draws slanting lines, and a turn of the rotor is the whole height. Strokes below
 * the ring count the seconds.
 */
public record Kymograph(int width, int height, byte[] pixels) {
    private static final int ROWS = 360;
    /** Rows below the ring, for the marks of time. */
    private static final int MARKS = 16;

    private static final float GREY = 112;
    private static final float CONTRAST = 110;
    private static final double STRONG_PART = 0.99;

    /** Where so little changes, the ring is shown as it is: a rotor at rest, or none. */
    private static final float STILL_LEVELS = 2.5f;

    private static final long MICROS = 1_000_000;
    private static final double[] RADII = {0.45, 0.55, 0.65, 0.75, 0.85};

    /** Where no rotor was found, a ring around the middle shows that nothing turned there. */
    private static final double FALLBACK_RADIUS = 0.3;

    static Kymograph of(List<GreyFrame> frames, Optional<RotorTrack> track, Optional<StandingRotor> standing) {
        GreyFrame first = frames.get(0);
        double hubX = first.width() / 2.0;
        double hubY = first.height() / 2.0;
        double radius = FALLBACK_RADIUS * first.height();
        double squeeze = 1;
        if (standing.isPresent()) {
            StandingRotor rotor = standing.get();
            hubX = rotor.hubX();
            hubY = rotor.hubY();
            radius = rotor.radius();
            squeeze = rotor.squeeze();
        } else if (track.isPresent()) {
            RotorTrack rotor = track.get();
            hubX = rotor.hubX();
            hubY = rotor.hubY();
            radius = rotor.radius();
            squeeze = rotor.squeeze();
        }
        float[][] ring = new float[ROWS][frames.size()];
        for (int degree = 0; degree < ROWS; degree++) {
            double dx = Math.cos(Math.toRadians(degree)) * radius * squeeze;
            double dy = Math.sin(Math.toRadians(degree)) * radius;
            for (int t = 0; t < frames.size(); t++) {
                ring[degree][t] = level(frames.get(t), hubX, hubY, dx, dy);
            }
        }
        return new Kymograph(frames.size(), ROWS + MARKS, drawn(ring, frames));
    }

    /** What stands still is taken away, unless all does; the rest is stretched to be seen. Marks below count seconds. */
    private static byte[] drawn(float[][] ring, List<GreyFrame> frames) {
        int width = frames.size();
        float[] sizes = new float[ROWS * width];
        float[] middle = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            float[] sorted = ring[row].clone();
            Arrays.sort(sorted);
            middle[row] = sorted[width / 2];
            for (int t = 0; t < width; t++) {
                sizes[row * width + t] = Math.abs(ring[row][t] - middle[row]);
            }
        }
        Arrays.sort(sizes);
        float strong = sizes[(int) (STRONG_PART * (sizes.length - 1))];
        float gain = strong < STILL_LEVELS ? 1 : CONTRAST / strong;
        byte[] pixels = new byte[(ROWS + MARKS) * width];
        for (int row = 0; row < ROWS; row++) {
            for (int t = 0; t < width; t++) {
                float level = gain == 1 ? ring[row][t] : GREY + gain * (ring[row][t] - middle[row]);
                pixels[row * width + t] = (byte) Math.max(0, Math.min(255, Math.round(level)));
            }
        }
        mark(pixels, frames);
        return pixels;
    }

    /** A short stroke every second, a long one every five. */
    private static void mark(byte[] pixels, List<GreyFrame> frames) {
        int width = frames.size();
        long began = frames.get(0).timestampMicros();
        for (int t = 1; t < width; t++) {
            long before = (frames.get(t - 1).timestampMicros() - began) / MICROS;
            long now = (frames.get(t).timestampMicros() - began) / MICROS;
            int length = now == before ? 0 : now / 5 > before / 5 ? MARKS : MARKS / 2;
            for (int y = 0; y < length; y++) {
                pixels[(ROWS + y) * width + t] = (byte) 255;
            }
        }
    }

    private static int level(GreyFrame frame, double hubX, double hubY, double dx, double dy) {
        int sum = 0;
        for (double part : RADII) {
            int x = (int) Math.round(hubX + part * dx);
            int y = (int) Math.round(hubY + part * dy);
            boolean inside = x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
            sum += inside ? frame.at(y * frame.width() + x) : 0;
        }
        return sum / RADII.length;
    }
}
