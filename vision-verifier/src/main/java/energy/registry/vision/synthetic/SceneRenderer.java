package energy.registry.vision.synthetic;

import energy.registry.vision.footage.GreyFrame;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Paints the frames of one scene, each by its number alone, so that any of them can be repeated exactly. */
final class SceneRenderer {
    private static final double HORIZON = 0.78;
    private static final float TOWER_BELOW_BLADE_LEVELS = 12;
    private static final float GROUND_LEVEL = 88;
    private static final double CLOUD_PIXELS_PER_SECOND = 3.1;
    private static final double CLOUD_FALL_PIXELS_PER_SECOND = 0.23;
    private static final double GUSTS_PER_SECOND = 10;
    private static final double GUSTS_BEFORE_SECONDS = 60;
    private static final double OUT_OF_SIGHT = -10;
    private static final int ELSEWHERE_PIXELS = 371;

    private final SceneSettings scene;
    private final CloudTexture clouds;
    private final CloudTexture grass;
    private final NoiseTable noise;
    private final RotorShape fullShape;
    private final RotorShape zoomedShape;
    private final SceneRenderer other;
    private final RotorShape colourShape;
    private final double startDegrees;
    private final double[] shakeX;
    private final double[] shakeY;
    private final double[] gusts;
    private final float[] plane;
    private final Blur blur;

    SceneRenderer(SceneSettings scene) {
        this.scene = scene;
        clouds = new CloudTexture(scene.seed * 31 + 1, 64, 5);
        grass = new CloudTexture(scene.seed * 31 + 2, 8, 3);
        noise = new NoiseTable(scene.seed * 31 + 3);
        fullShape = new RotorShape(scene, 1);
        colourShape = new RotorShape(scene, 0.5);
        SceneSettings zoomed = scene.copy();
        zoomed.radius = scene.radius * scene.zoomFactor;
        zoomedShape = new RotorShape(zoomed, 1);
        other = scene.other == null ? null : new SceneRenderer(scene.other);
        SplittableRandom random = new SplittableRandom(scene.seed * 31 + 4);
        startDegrees = random.nextDouble() * 360;
        shakeX = shake(random);
        shakeY = shake(random);
        gusts = gusts(random, scene.seconds);
        plane = new float[scene.width * scene.height];
        blur = new Blur(scene.width, scene.height, scene.blurSigma);
    }

    /** A shaken camera swings back: an autoregressive walk of the requested standard deviation. */
    private double[] shake(SplittableRandom random) {
        double memory = 0.8;
        double kick = Math.sqrt(1 - memory * memory) * Math.sqrt(3);
        double[] path = new double[scene.frameCount()];
        double place = 0;
        for (int i = 0; i < path.length; i++) {
            place = memory * place + kick * (2 * random.nextDouble() - 1);
            path[i] = place * scene.shakePixels;
        }
        return path;
    }

    /** Gusts run over the grass: a place that wanders around its rest, ten values a second. */
    private static double[] gusts(SplittableRandom random, double seconds) {
        double[] path = new double[(int) ((seconds + GUSTS_BEFORE_SECONDS) * GUSTS_PER_SECOND) + 2];
        double speed = 0;
        double place = 0;
        for (int i = 0; i < path.length; i++) {
            speed = 0.8 * speed - 0.15 * place + 0.35 * (random.nextDouble() + random.nextDouble() - 1);
            place += speed;
            path[i] = place;
        }
        return path;
    }

    private double gustAt(double second) {
        double place = Math.max(0, (second + GUSTS_BEFORE_SECONDS) * GUSTS_PER_SECOND);
        int before = (int) Math.min(place, gusts.length - 2.0);
        return gusts[before] + (gusts[before + 1] - gusts[before]) * (place - before);
    }

    GreyFrame grey(int frame) {
        byte[] pixels = new byte[plane.length];
        paintBrightness(frame);
        store(plane, pixels, 0);
        return new GreyFrame(scene.width, scene.height, pixels, Math.round(scene.secondOf(frame) * 1e6));
    }

    /** The frame as planar YUV 4:2:0, brightness first, in {@code target}. */
    void yuv(int frame, byte[] target) {
        paintBrightness(frame);
        store(plane, target, 0);
        paintColour(frame, target);
    }

    static int yuvBytes(SceneSettings scene) {
        return scene.width * scene.height * 3 / 2;
    }

    private void paintBrightness(int frame) {
        int base = source(frame);
        double second = scene.secondOf(base);
        double dx = offsetX(frame, base);
        double dy = shakeY[base] + scene.driftY * second;
        double zoom = zoom(frame);
        paintSky(second, dx, dy, zoom);
        paintGround(second, dx, dy, zoom);
        paintTurbine(base, dx, dy, zoom);
        weather(frame, second);
        blur.apply(plane);
        noise.add(plane, scene.width, scene.noiseLevels, scene.seed * 1_000_003 + base);
        noise.add(plane, scene.width, scene.extraNoiseLevels, scene.seed * 1_000_033 + 7 + frame);
        tamper(frame);
    }

    /** Which moment is shown: a frozen or looped feed shows one from the past. */
    private int source(int frame) {
        if (scene.still) {
            return 0;
        }
        int last = scene.frameCount() - 1;
        int running = scene.reversed ? last - frame : frame / scene.repeats;
        if (running >= scene.takenOutAtSecond * scene.fps) {
            running = Math.min(last, running + (int) Math.round(scene.takenOutSeconds * scene.fps));
        }
        int shown = (int) Math.min(running, Math.floor(Math.min(1e9, scene.frozenFromSecond * scene.fps)));
        int loop = (int) Math.round(scene.loopSeconds * scene.fps);
        return loop > 0 ? shown % loop : shown;
    }

    private double offsetX(int frame, int base) {
        double moved = frame >= scene.movedAtSecond * scene.fps ? scene.movedPixels : 0;
        double drift = scene.driftX * scene.secondOf(base);
        return shakeX[base] + drift + moved + (isElsewhere(base) ? ELSEWHERE_PIXELS : 0);
    }

    private double zoom(int frame) {
        return frame >= scene.zoomedAtSecond * scene.fps ? scene.zoomFactor : 1;
    }

    /** Where a row of the scene lies that is seen in a row of the zoomed picture. */
    private double sceneRow(int y, double zoom) {
        return scene.height / 2.0 + (y - scene.height / 2.0) / zoom;
    }

    private boolean isElsewhere(int base) {
        return base >= scene.cutAtSecond * scene.fps;
    }

    /** Where the ground begins, between rows. */
    private double horizon(double dy, double zoom) {
        double seen = scene.height / 2.0 + (scene.height * HORIZON - dy - scene.height / 2.0) * zoom;
        return Math.max(0, Math.min(scene.height, seen));
    }

    private void paintSky(double second, double dx, double dy, double zoom) {
        int horizon = (int) Math.ceil(horizon(dy, zoom));
        double moved = scene.windless ? 0 : second;
        for (int y = 0; y < horizon; y++) {
            double at = sceneRow(y, zoom);
            float level = (float) (155 + 25.0 * (at + dy) / scene.height);
            int row = y * scene.width;
            Arrays.fill(plane, row, row + scene.width, level);
            double left = leftOf(dx, zoom) + CLOUD_PIXELS_PER_SECOND * moved;
            double top = at + dy + CLOUD_FALL_PIXELS_PER_SECOND * moved;
            clouds.addRow(plane, row, scene.width, left, top, 1 / zoom, (float) scene.cloudLevels / 2);
        }
    }

    private double leftOf(double dx, double zoom) {
        return dx + scene.width / 2.0 * (1 - 1 / zoom);
    }

    private void paintGround(double second, double dx, double dy, double zoom) {
        double horizon = horizon(dy, zoom);
        float[] ground = new float[scene.width];
        for (int y = (int) horizon; y < scene.height; y++) {
            double at = sceneRow(y, zoom);
            Arrays.fill(ground, GROUND_LEVEL);
            double left = leftOf(dx, zoom) + (scene.windless ? 0 : gustAt(second - 0.05 * at));
            grass.addRow(ground, 0, scene.width, left, at + dy, 1 / zoom, (float) scene.grassLevels);
            float part = (float) Math.min(1, y + 1 - horizon);
            for (int x = 0, i = y * scene.width; x < scene.width; x++, i++) {
                plane[i] = part * ground[x] + (1 - part) * plane[i];
            }
        }
    }

    /** Clouds before the sun, and flakes that fall. */
    private void weather(int frame, double second) {
        if (scene.flickerLevels > 0) {
            float more = (float) (scene.flickerLevels * Math.sin(0.9 * second + scene.seed));
            for (int i = 0; i < plane.length; i++) {
                plane[i] += more;
            }
        }
        SplittableRandom random = new SplittableRandom(scene.seed * 7_919 + 13L * frame);
        for (int flake = 0; flake < scene.snowFlakes; flake++) {
            int x = random.nextInt(scene.width - 2);
            int y = random.nextInt(scene.height - 3);
            for (int k = 0; k < 6; k++) {
                plane[(y + k / 2) * scene.width + x + k % 2] += 60;
            }
        }
    }

    private void paintTurbine(int base, double dx, double dy, double zoom) {
        if (other != null && !isElsewhere(base)) {
            other.paintTurbine(base, plane, dx, dy);
        }
        double hubX = isElsewhere(base) ? OUT_OF_SIGHT * scene.width : scene.hubX * scene.width - dx;
        double hubY = scene.hubY * scene.height - dy;
        RotorShape shape = zoom == 1 ? fullShape : zoomedShape;
        double x = scene.width / 2.0 + (hubX - scene.width / 2.0) * zoom;
        double y = scene.height / 2.0 + (hubY - scene.height / 2.0) * zoom;
        paint(plane, shape, x, y, base);
    }

    /** A neighbour in the same picture. */
    private void paintTurbine(int base, float[] target, double dx, double dy) {
        paint(target, fullShape, scene.hubX * scene.width - dx, scene.hubY * scene.height - dy, base);
    }

    private void paint(float[] target, RotorShape shape, double hubX, double hubY, int base) {
        float blade = (float) (165 + scene.contrastLevels);
        shape.paintTower(target, hubX, hubY, blade - TOWER_BELOW_BLADE_LEVELS);
        if (scene.verticalAxis) {
            shape.paintVerticalAxis(target, hubX, hubY, degrees(base), blade);
        } else {
            shape.paintRotor(target, hubX, hubY, degrees(base), exposureDegrees(base), blade);
        }
    }

    private double degrees(int base) {
        return startDegrees + scene.speed.degreesAt(scene.secondOf(base));
    }

    private double exposureDegrees(int base) {
        return scene.speed.at(scene.secondOf(base)) * 6 * scene.exposureSeconds;
    }

    private int covered(int frame, int width) {
        return frame >= scene.coveredFromSecond * scene.fps ? (int) (scene.coveredPart * width) : 0;
    }

    private void tamper(int frame) {
        int covered = covered(frame, scene.width);
        for (int y = 0; y < scene.height && covered > 0; y++) {
            Arrays.fill(plane, y * scene.width, y * scene.width + covered, (float) scene.coverLevel);
        }
        if (scene.brightness != 1) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= (float) scene.brightness;
            }
        }
    }

    /** Blue sky, green ground and white metal; the turning blades carry their own colour with them. */
    private void paintColour(int frame, byte[] target) {
        int base = source(frame);
        int width = scene.width / 2;
        int height = scene.height / 2;
        int horizon = (int) (height * HORIZON);
        double hubX = isElsewhere(base) ? OUT_OF_SIGHT * scene.width : scene.hubX * scene.width - offsetX(frame, base);
        double hubY = scene.hubY * scene.height - shakeY[base];
        float[][] skyAndGround = {{143, 118}, {112, 120}};
        int covered = covered(frame, width);
        for (int channel = 0; channel < 2; channel++) {
            float[] colour = new float[width * height];
            Arrays.fill(colour, 0, horizon * width, skyAndGround[channel][0]);
            Arrays.fill(colour, horizon * width, colour.length, skyAndGround[channel][1]);
            colourShape.paintTower(colour, hubX, hubY, 128);
            colourShape.paintRotor(colour, hubX, hubY, degrees(base), exposureDegrees(base), 128);
            for (int y = 0; y < height && covered > 0; y++) {
                Arrays.fill(colour, y * width, y * width + covered, 128);
            }
            store(colour, target, plane.length + channel * colour.length);
        }
    }

    private static void store(float[] from, byte[] to, int offset) {
        for (int i = 0; i < from.length; i++) {
            int level = (int) (from[i] + 0.5f);
            to[offset + i] = (byte) Math.max(0, Math.min(255, level));
        }
    }
}
