package energy.registry.vision.adapter.opencv;

import energy.registry.vision.footage.Region;

/** How a source picture becomes a working picture: all of it is scaled, then a part with even borders is kept. */
record Scaling(int width, int height, int left, int top, int keptWidth, int keptHeight, double factor) {
    static Scaling of(int sourceWidth, int sourceHeight, Region region, int workingSide) {
        double factor = Math.min(1, workingSide / (double) Math.max(region.width(), region.height()));
        int width = even(sourceWidth * factor);
        int height = even(sourceHeight * factor);
        int keptWidth = Math.min(width, even(region.width() * factor));
        int keptHeight = Math.min(height, even(region.height() * factor));
        int left = Math.min(even(region.x() * factor), width - keptWidth);
        int top = Math.min(even(region.y() * factor), height - keptHeight);
        return new Scaling(width, height, left, top, keptWidth, keptHeight, factor);
    }

    private static int even(double length) {
        return (int) Math.round(length / 2) * 2;
    }
}
