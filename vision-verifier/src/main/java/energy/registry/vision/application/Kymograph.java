package energy.registry.vision.application;

import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.rotor.RotorTrack;
import java.util.List;
import java.util.Optional;

/**
 * The picture a person can recount a speed from: a ring around the hub, unrolled. Columns are frames, rows are degrees
 * clockwise from three o'clock; every blade draws slanting lines, and a turn of the rotor is the whole height.
 */
public record Kymograph(int width, int height, byte[] pixels) {
    private static final int ROWS = 360;
    private static final double[] RADII = {0.45, 0.55, 0.65, 0.75, 0.85};

    /** Where no rotor was found, a ring around the middle shows that nothing turned there. */
    private static final double FALLBACK_RADIUS = 0.3;

    static Kymograph of(List<GreyFrame> frames, Optional<RotorTrack> track) {
        GreyFrame first = frames.get(0);
        double hubX = track.map(RotorTrack::hubX).orElse(first.width() / 2.0);
        double hubY = track.map(RotorTrack::hubY).orElse(first.height() / 2.0);
        double radius = track.map(RotorTrack::radius).orElse(FALLBACK_RADIUS * first.height());
        double squeeze = track.map(RotorTrack::squeeze).orElse(1.0);
        byte[] pixels = new byte[ROWS * frames.size()];
        for (int degree = 0; degree < ROWS; degree++) {
            double dx = Math.cos(Math.toRadians(degree)) * radius * squeeze;
            double dy = Math.sin(Math.toRadians(degree)) * radius;
            for (int t = 0; t < frames.size(); t++) {
                pixels[degree * frames.size() + t] = (byte) level(frames.get(t), hubX, hubY, dx, dy);
            }
        }
        return new Kymograph(frames.size(), ROWS, pixels);
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
