package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the camera still looks at what it looked at first: not turned, not zoomed, nothing put before it. */
final class ViewCheck {
    /** Part of the width by which a fixed camera may have moved. */
    static final double MOVED_PART = 0.01;

    /** Change of the picture's scale. */
    static final double ZOOMED_PART = 0.015;

    /** Part of the still edges that may vanish from one stretch to the next. */
    static final double LOST_PART = 0.15;

    /** Two looks in a row must agree, or the last one: one may be led astray by a gust or a cloud. */
    private static final int LOOKS = 2;

    /** Below this a look says nothing about where the picture is. */
    private static final double RESPONSE_MIN = 0.05;

    private static final double QUARTER_RESPONSE_MIN = 0.12;

    /** Pixels by which the quarters' displacements may depart from those of a zoom. */
    private static final double ZOOM_RESIDUAL_MAX = 1.2;

    private static final int TILE = 32;
    private static final int EDGE_PIXELS_MIN = 10;
    private static final double KEPT_MIN = 0.3;

    /** Of edges that vanish at once, so many are there just before; those of a slow cloud fade over several stretches. */
    private static final double KEPT_BEFORE_MIN = 0.6;

    private static final int TILES_MIN = 4;

    private static final double STRONG_PART = 0.25;

    /** What is put before a lens hides more than one tile of a tenth of the picture's width. */
    private static final int LOST_TILES_MIN = 2;

    private final List<GreyFrame> still;
    private final ShiftMeter meter;
    private final int strong;

    /** @param still edges that stand still, by stretches of the clip */
    ViewCheck(List<GreyFrame> still, ShiftMeter meter) {
        this.still = still;
        this.meter = meter;
        this.strong = strong(still.get(0));
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        boolean moved = moved(statistics);
        boolean zoomed = zoomed(statistics);
        if (moved || zoomed) {
            flags.add(IntegrityFlag.CAMERA_MOVED);
        }
        double lost = lost();
        statistics.put("edgesLostPart", lost);
        if (lost > LOST_PART && !moved && !zoomed) {
            flags.add(IntegrityFlag.COVERED);
        }
    }

    private boolean moved(Map<String, Double> statistics) {
        double farthest = 0;
        double weakest = 1;
        int inRow = 0;
        int longest = 0;
        List<Shift> shifts = meter.shifts(still.get(0), still);
        for (int t = 0; t < shifts.size(); t++) {
            Shift shift = shifts.get(t);
            boolean away = shift.length() > MOVED_PART * still.get(0).width() && fitsBetter(t, shift);
            inRow = away ? inRow + 1 : 0;
            longest = Math.max(longest, inRow);
            farthest = Math.max(farthest, shift.response() < RESPONSE_MIN ? 0 : shift.length());
            weakest = Math.min(weakest, shift.response());
        }
        statistics.put("shiftPixelsMax", farthest);
        statistics.put("shiftResponseMin", weakest);
        return longest >= LOOKS;
    }

    /** What stood still at first is found displaced rather than in its place; clouds that moved on leave it there. */
    private boolean fitsBetter(int stretch, Shift shift) {
        int x = (int) Math.round(shift.x());
        int y = (int) Math.round(shift.y());
        return foundNear(stretch, x, y) > foundNear(stretch, 0, 0);
    }

    /** A displacement is told to a part of a pixel, and a horizon is one pixel high. */
    private int foundNear(int stretch, int awayX, int awayY) {
        int most = 0;
        for (int y = awayY - 1; y <= awayY + 1; y++) {
            for (int x = awayX - 1; x <= awayX + 1; x++) {
                most = Math.max(most, found(stretch, x, y));
            }
        }
        return most;
    }

    /** How many of the first stretches' common strong edge pixels are edges in a stretch, so far away. */
    private int found(int stretch, int awayX, int awayY) {
        GreyFrame first = still.get(0);
        GreyFrame second = still.get(1);
        GreyFrame now = still.get(stretch);
        int found = 0;
        for (int i = 0; i < first.pixels().length; i++) {
            int x = i % first.width() + awayX;
            int y = i / first.width() + awayY;
            boolean inside = x >= 0 && y >= 0 && x < first.width() && y < first.height();
            boolean common = first.at(i) >= strong && second.at(i) > 0;
            found += inside && common && now.at(y * first.width() + x) >= strong ? 1 : 0;
        }
        return found;
    }

    /** Edges as strong as the strongest quarter of the first stretch's: masts and horizons rather than leaves. */
    private static int strong(GreyFrame edges) {
        int[] counts = new int[256];
        int all = 0;
        for (int i = 0; i < edges.pixels().length; i++) {
            counts[edges.at(i)]++;
            all += edges.at(i) > 0 ? 1 : 0;
        }
        int level = 255;
        int above = counts[level];
        while (level > 1 && above < all * STRONG_PART) {
            above += counts[--level];
        }
        return level;
    }

    /** In a zoom the quarters of the picture move apart, in proportion to their distance from the middle. */
    private boolean zoomed(Map<String, Double> statistics) {
        GreyFrame first = still.get(0);
        int width = first.width() / 2;
        int height = first.height() / 2;
        List<List<Shift>> quarters = new ArrayList<>();
        for (int q = 0; q < 4; q++) {
            List<GreyFrame> parts = new ArrayList<>();
            for (GreyFrame edges : still) {
                parts.add(part(edges, q % 2 * width, q / 2 * height, width, height));
            }
            quarters.add(meter.shifts(parts.get(0), parts));
        }
        double greatest = 0;
        int inRow = 0;
        int longest = 0;
        for (int t = 1; t < still.size(); t++) {
            double zoom = zoom(quarters, t, width, height);
            inRow = Math.abs(zoom) > ZOOMED_PART ? inRow + 1 : 0;
            longest = Math.max(longest, inRow);
            greatest = Math.abs(zoom) > Math.abs(greatest) ? zoom : greatest;
        }
        statistics.put("zoomPartMax", greatest);
        return longest >= LOOKS;
    }

    private static double zoom(List<List<Shift>> quarters, int t, int width, int height) {
        double meanX = 0;
        double meanY = 0;
        for (List<Shift> quarter : quarters) {
            if (quarter.get(t).response() < QUARTER_RESPONSE_MIN) {
                return 0;
            }
            meanX += quarter.get(t).x() / 4;
            meanY += quarter.get(t).y() / 4;
        }
        double product = 0;
        double square = 0;
        for (int q = 0; q < 4; q++) {
            double x = (q % 2 - 0.5) * width;
            double y = (q / 2 - 0.5) * height;
            product += x * (quarters.get(q).get(t).x() - meanX)
                    + y * (quarters.get(q).get(t).y() - meanY);
            square += x * x + y * y;
        }
        double zoom = product / square;
        for (int q = 0; q < 4; q++) {
            double offX = quarters.get(q).get(t).x() - meanX - zoom * (q % 2 - 0.5) * width;
            double offY = quarters.get(q).get(t).y() - meanY - zoom * (q / 2 - 0.5) * height;
            if (Math.hypot(offX, offY) > ZOOM_RESIDUAL_MAX) {
                return 0;
            }
        }
        return zoom;
    }

    private static GreyFrame part(GreyFrame whole, int left, int top, int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(whole.pixels(), (top + y) * whole.width() + left, pixels, y * width, width);
        }
        return new GreyFrame(width, height, pixels, whole.timestampMicros());
    }

    /** Of the tiles with edges, the largest part that loses them from one stretch to the next and for good. */
    private double lost() {
        int columns = still.get(0).width() / TILE;
        int rows = still.get(0).height() / TILE;
        int[] lostAt = new int[still.size()];
        int tiles = 0;
        for (int tile = 0; tile < columns * rows; tile++) {
            int left = tile % columns * TILE;
            int top = tile / columns * TILE;
            if (still.size() < 2 || edgePixels(left, top) < EDGE_PIXELS_MIN || kept(1, left, top) < KEPT_BEFORE_MIN) {
                continue;
            }
            tiles++;
            int from = still.size();
            while (from > 1 && kept(from - 1, left, top) < KEPT_MIN) {
                from--;
            }
            if (from < still.size() && kept(from - 1, left, top) >= KEPT_BEFORE_MIN) {
                lostAt[from]++;
            }
        }
        int most = 0;
        for (int lost : lostAt) {
            most = Math.max(most, lost);
        }
        return tiles < TILES_MIN || most < LOST_TILES_MIN ? 0 : most / (double) tiles;
    }

    private int edgePixels(int left, int top) {
        int count = 0;
        GreyFrame first = still.get(0);
        for (int y = top; y < top + TILE; y++) {
            for (int x = left; x < left + TILE; x++) {
                count += first.at(y * first.width() + x) >= strong ? 1 : 0;
            }
        }
        return count;
    }

    /** Part of the first stretch's edge pixels in a tile that still have an edge beside them. */
    private double kept(int stretch, int left, int top) {
        GreyFrame first = still.get(0);
        GreyFrame now = still.get(stretch);
        int edges = 0;
        int kept = 0;
        for (int y = Math.max(1, top); y < Math.min(first.height() - 1, top + TILE); y++) {
            for (int x = Math.max(1, left); x < Math.min(first.width() - 1, left + TILE); x++) {
                if (first.at(y * first.width() + x) >= strong) {
                    edges++;
                    kept += hasEdgeNear(now, x, y) ? 1 : 0;
                }
            }
        }
        return edges == 0 ? 1 : kept / (double) edges;
    }

    private static boolean hasEdgeNear(GreyFrame now, int x, int y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (now.at((y + dy) * now.width() + x + dx) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
