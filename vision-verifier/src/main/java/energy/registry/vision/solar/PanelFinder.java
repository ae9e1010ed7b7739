package energy.registry.vision.solar;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Where panels may be, for a person to confirm: dark bluish surfaces below the horizon, by their outlines. */
public final class PanelFinder {
    static final double BLUENESS_MIN = 0.12;
    static final double LEVEL_MAX = 120;

    /** Smaller surfaces show nothing at working size. */
    private static final double PART_MIN = 0.004;

    /** Part of the outline's area that is panel: less is a jumble. */
    private static final double FILLED_MIN = 0.6;

    private static final int FOUND_MAX = 16;
    private static final int CORNERS_MAX = 8;

    /** Lines between modules are narrower than this, pixels at half the working size. */
    private static final int GAP = 2;

    private PanelFinder() {}

    /** @param confidence 0 to 1, to sort by; no probability */
    public record Proposed(Outline outline, double confidence) {}

    /** Outlines in pixels of the frame, the largest first. */
    public static List<Proposed> in(ColourFrame frame) {
        ColourPicture picture = ColourPicture.of(frame);
        boolean[] sky = SkyRegion.of(picture, List.of(), List.of());
        boolean[] panel = new boolean[sky.length];
        for (int i = 0; i < panel.length; i++) {
            panel[i] = !sky[i] && picture.blueOverRed(i) >= BLUENESS_MIN && picture.level(i) <= LEVEL_MAX;
        }
        boolean[] closed = grown(grown(panel, picture.width, true), picture.width, false);
        List<Proposed> found = new ArrayList<>();
        boolean[] seen = new boolean[closed.length];
        for (int i = 0; i < closed.length; i++) {
            if (closed[i] && !seen[i]) {
                List<Integer> surface = surface(closed, seen, i, picture.width);
                if (surface.size() >= PART_MIN * closed.length) {
                    propose(surface, picture.width, found);
                }
            }
        }
        found.sort(Comparator.comparingDouble(p -> -p.outline().area()));
        return found.subList(0, Math.min(FOUND_MAX, found.size()));
    }

    /** The mask grown by the gap, or shrunk by it. */
    private static boolean[] grown(boolean[] mask, int width, boolean grow) {
        boolean[] out = mask;
        for (int round = 0; round < GAP; round++) {
            boolean[] next = out.clone();
            for (int i = width; i < out.length - width; i++) {
                boolean edge = i % width == 0 || i % width == width - 1;
                if (!edge && out[i] != grow) {
                    boolean touched = out[i - 1] == grow
                            || out[i + 1] == grow
                            || out[i - width] == grow
                            || out[i + width] == grow;
                    next[i] = touched == grow;
                }
            }
            out = next;
        }
        return out;
    }

    private static List<Integer> surface(boolean[] mask, boolean[] seen, int start, int width) {
        List<Integer> surface = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int i = open.poll();
            surface.add(i);
            for (int next : new int[] {i - 1, i + 1, i - width, i + width}) {
                boolean beside = next >= 0 && next < mask.length && Math.abs(next % width - i % width) <= 1;
                if (beside && mask[next] && !seen[next]) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return surface;
    }

    private static void propose(List<Integer> surface, int width, List<Proposed> found) {
        List<Place> hull = hull(surface, width);
        while (hull.size() > CORNERS_MAX) {
            hull.remove(leastCorner(hull));
        }
        if (hull.size() < 3) {
            return;
        }
        Outline outline = new Outline(hull);
        double filled = 4 * surface.size() / Math.max(1, outline.area());
        if (filled >= FILLED_MIN) {
            found.add(new Proposed(outline, Math.min(1, filled)));
        }
    }

    /** Convex hull by Andrew's monotone chain, in pixels of the frame. */
    private static List<Place> hull(List<Integer> surface, int width) {
        List<Place> places = new ArrayList<>();
        surface.forEach(i -> places.add(new Place(2 * (i % width) + 1, 2 * (i / width) + 1)));
        places.sort(Comparator.comparingDouble(Place::x).thenComparingDouble(Place::y));
        List<Place> hull = new ArrayList<>(chain(places));
        List<Place> back = new ArrayList<>(places);
        java.util.Collections.reverse(back);
        hull.addAll(chain(back));
        return hull;
    }

    private static List<Place> chain(List<Place> places) {
        List<Place> chain = new ArrayList<>();
        for (Place place : places) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), place) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(place);
        }
        chain.remove(chain.size() - 1);
        return chain;
    }

    private static double turn(Place a, Place b, Place c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    /** The corner whose loss takes least area away. */
    private static int leastCorner(List<Place> hull) {
        int least = 0;
        double smallest = Double.MAX_VALUE;
        for (int i = 0; i < hull.size(); i++) {
            Place before = hull.get((i + hull.size() - 1) % hull.size());
            double area = Math.abs(turn(before, hull.get(i), hull.get((i + 1) % hull.size())));
            if (area < smallest) {
                smallest = area;
                least = i;
            }
        }
        return least;
    }
}
