package energy.registry.vision.synthetic;

/** How much of every pixel the blades, the nacelle and the tower cover. */
final class RotorShape {
    /** More positions inside one exposure than this do not change a picture of 8 bits. */
    private static final int EXPOSURE_STEPS_MAX = 12;

    private final SceneSettings scene;
    private final double scale;
    private final int width;
    private final int height;
    private final float[] cover;

    /** @param scale 1 for brightness, one half for the colour planes */
    RotorShape(SceneSettings scene, double scale) {
        this.scene = scene;
        this.scale = scale;
        this.width = (int) (scene.width * scale);
        this.height = (int) (scene.height * scale);
        this.cover = new float[width * height];
    }

    /** Blends {@code value} into {@code plane} where the tower stands. */
    void paintTower(float[] plane, double hubX, double hubY, float value) {
        double radius = scene.radiusPixels() * scale;
        int top = (int) Math.max(0, hubY * scale);
        for (int y = top; y < height; y++) {
            double half = radius * (0.022 + 0.02 * (y - hubY * scale) / radius);
            int from = (int) Math.max(0, hubX * scale - half - 1);
            int to = (int) Math.min(width - 1.0, hubX * scale + half + 1);
            for (int x = from; x <= to; x++) {
                blend(plane, y * width + x, value, half - Math.abs(x - hubX * scale) + 0.5);
            }
        }
    }

    /** Blends {@code value} into {@code plane} where the rotor was during the exposure. */
    void paintRotor(float[] plane, double hubX, double hubY, double degrees, double turnedDegrees, float value) {
        double radius = scene.radiusPixels() * scale;
        double squeeze = Math.cos(Math.toRadians(scene.yawDegrees));
        int steps = (int) Math.ceil(Math.toRadians(Math.abs(turnedDegrees)) * radius / 0.7);
        steps = Math.max(1, Math.min(EXPOSURE_STEPS_MAX, steps));
        double sense = scene.clockwise ? 1 : -1;
        for (int step = 0; step < steps; step++) {
            double inside = turnedDegrees * ((step + 0.5) / steps - 0.5);
            for (int blade = 0; blade < scene.blades; blade++) {
                double angle = Math.toRadians(sense * (degrees + inside) + 360.0 * blade / scene.blades - 90);
                cover(hubX * scale, hubY * scale, radius, squeeze, angle, 1f / steps);
            }
        }
        applyCover(plane, hubX * scale, hubY * scale, radius, value);
        paintNacelle(plane, hubX * scale, hubY * scale, radius, value);
    }

    /** Upright blades around an upright axis, seen from the side: they swing across, they do not turn in the picture. */
    void paintVerticalAxis(float[] plane, double hubX, double hubY, double degrees, float value) {
        double radius = scene.radiusPixels() * scale;
        double half = Math.max(0.6, 0.04 * radius);
        for (int blade = 0; blade < scene.blades; blade++) {
            double angle = Math.toRadians(degrees + 360.0 * blade / scene.blades);
            double x = hubX * scale + 0.6 * radius * Math.cos(angle);
            int top = (int) Math.max(0, hubY * scale - radius);
            int bottom = (int) Math.min(height - 1.0, hubY * scale + radius);
            for (int y = top; y <= bottom; y++) {
                for (int c = (int) Math.max(0, x - half - 1); c <= Math.min(width - 1.0, x + half + 1); c++) {
                    blend(plane, y * width + c, value, half - Math.abs(c - x) + 0.5);
                }
            }
        }
    }

    private void cover(double cx, double cy, double radius, double squeeze, double angle, float part) {
        double ux = Math.cos(angle);
        double uy = Math.sin(angle);
        double tipX = cx + ux * radius * squeeze;
        double tipY = cy + uy * radius;
        double margin = 0.06 * radius + 1;
        int fromX = (int) Math.max(0, Math.min(cx, tipX) - margin);
        int toX = (int) Math.min(width - 1.0, Math.max(cx, tipX) + margin);
        int fromY = (int) Math.max(0, Math.min(cy, tipY) - margin);
        int toY = (int) Math.min(height - 1.0, Math.max(cy, tipY) + margin);
        for (int y = fromY; y <= toY; y++) {
            double dy = y - cy;
            for (int x = fromX; x <= toX; x++) {
                double dx = (x - cx) / squeeze;
                double along = dx * ux + dy * uy;
                double across = Math.abs(dy * ux - dx * uy);
                double inside = Math.min(halfWidth(along / radius) * radius - across, radius - along) + 0.5;
                if (inside > 0 && along > 0) {
                    cover[y * width + x] += part * (float) Math.min(1, inside);
                }
            }
        }
    }

    /** Root, widest place at a fifth of the length, slender tip; as parts of the radius. */
    private double halfWidth(double along) {
        double shape = along < 0.2 ? 0.020 + 0.10 * along : 0.040 - 0.036 * (along - 0.2);
        return shape * scene.chord;
    }

    private void applyCover(float[] plane, double cx, double cy, double radius, float value) {
        double margin = radius * 1.06 + 2;
        int fromY = (int) Math.max(0, cy - margin);
        int toY = (int) Math.min(height - 1.0, cy + margin);
        int fromX = (int) Math.max(0, cx - margin);
        int toX = (int) Math.min(width - 1.0, cx + margin);
        for (int y = fromY; y <= toY; y++) {
            for (int i = y * width + fromX; i <= y * width + toX; i++) {
                if (cover[i] > 0) {
                    blend(plane, i, value, cover[i]);
                    cover[i] = 0;
                }
            }
        }
    }

    private void paintNacelle(float[] plane, double cx, double cy, double radius, float value) {
        double size = 0.045 * radius;
        for (int y = (int) Math.max(0, cy - size - 1); y <= Math.min(height - 1.0, cy + size + 1); y++) {
            for (int x = (int) Math.max(0, cx - size - 1); x <= Math.min(width - 1.0, cx + size + 1); x++) {
                blend(plane, y * width + x, value, size - Math.hypot(x - cx, y - cy) + 0.5);
            }
        }
    }

    private static void blend(float[] plane, int index, float value, double cover) {
        if (cover > 0) {
            plane[index] += (value - plane[index]) * (float) Math.min(1, cover);
        }
    }
}
