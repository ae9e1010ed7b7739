package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands still in the picture, as edges: medians over stretches of the clip, in which a turning blade leaves no
 * trace, and of these only the strong slopes, which clouds do not have. Their displacement is the camera's.
 */
final class StillEdges {
    private static final double STRETCH_SECONDS = 2;
    private static final int STRETCHES_MAX = 16;
    private static final int FRAMES_A_STRETCH = 9;

    /** Part of the pixels that count as edges. */
    private static final double EDGE_PART = 0.06;

    /** Slope below which there is no edge, grey levels a pixel. */
    private static final int SLOPE_MIN = 4;

    private StillEdges() {}

    /** One picture of edges for each stretch, in order of time. */
    static List<GreyFrame> of(List<GreyFrame> frames) {
        double seconds =
                (frames.get(frames.size() - 1).timestampMicros() - frames.get(0).timestampMicros()) / 1e6;
        int stretches = (int) Math.max(2, Math.min(STRETCHES_MAX, seconds / STRETCH_SECONDS));
        List<GreyFrame> pictures = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            int from = (int) ((long) i * frames.size() / stretches);
            int to = (int) ((long) (i + 1) * frames.size() / stretches);
            if (to > from) {
                pictures.add(edges(median(frames.subList(from, to))));
            }
        }
        return pictures;
    }

    private static GreyFrame median(List<GreyFrame> stretch) {
        GreyFrame first = stretch.get(0);
        int count = Math.min(FRAMES_A_STRETCH, stretch.size());
        byte[] median = new byte[first.pixels().length];
        int[] column = new int[count];
        for (int i = 0; i < median.length; i++) {
            for (int k = 0; k < count; k++) {
                column[k] = stretch.get(k * (stretch.size() - 1) / Math.max(1, count - 1))
                        .at(i);
            }
            Arrays.sort(column);
            median[i] = (byte) column[count / 2];
        }
        return new GreyFrame(first.width(), first.height(), median, first.timestampMicros());
    }

    private static GreyFrame edges(GreyFrame picture) {
        int width = picture.width();
        int[] slope = new int[picture.pixels().length];
        for (int y = 1; y < picture.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int across = picture.at(i + 1) - picture.at(i - 1);
                int along = picture.at(i + width) - picture.at(i - width);
                slope[i] = (Math.abs(across) + Math.abs(along)) / 2;
            }
        }
        int[] sorted = slope.clone();
        Arrays.sort(sorted);
        int least = Math.max(SLOPE_MIN, sorted[(int) (sorted.length * (1 - EDGE_PART))]);
        byte[] edges = new byte[slope.length];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = (byte) (slope[i] >= least ? Math.min(255, 64 + 3 * slope[i]) : 0);
        }
        return new GreyFrame(width, picture.height(), edges, picture.timestampMicros());
    }
}
