package energy.registry.vision.synthetic;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import energy.registry.vision.footage.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Paints the frames of one solar scene, each by its number alone. */
final class SolarRenderer {
    private static final double HORIZON = 0.42;
    private static final double HEDGE = 0.47;
    private static final double[][] ROWS = {{0.53, 0.62}, {0.67, 0.78}, {0.83, 0.95}};
    private static final double ROW_LEFT = 0.08;
    private static final double ROW_RIGHT = 0.80;
    private static final double SLANT = 0.04;
    private static final int CELLS = 24;
    private static final int CELL_ROWS = 3;
    private static final double CLOUD_PIXELS_PER_SECOND = 4.2;
    private static final double CLOUD_EDGE = 0.5;
    private static final float[] PANEL = {34, 44, 82};
    private static final float[] LINE = {128, 132, 138};
    private static final float[] GRASS = {96, 112, 72};
    private static final float[] HEDGE_GREEN = {48, 66, 40};
    private static final float[] SNOW = {233, 236, 242};
    private static final float[] DUST = {150, 124, 94};
    private static final float[] HUT = {170, 166, 158};
    private static final float[] POST = {70, 60, 52};

    private final SolarSettings scene;
    private final int width;
    private final int height;
    private final CloudTexture clouds;
    private final CloudTexture grass;
    private final NoiseTable noise;
    private final double cloudLimit;

    /** Swaying: angular speed, phase and width of each part. */
    private final double[][] gusts = new double[5][];

    private final float[][] plane;

    SolarRenderer(SolarSettings scene) {
        this.scene = scene;
        width = scene.width;
        height = scene.height;
        clouds = new CloudTexture(scene.weather * 31 + 11, 64, 5);
        grass = new CloudTexture(scene.seed * 31 + 12, 8, 3);
        noise = new NoiseTable(scene.weather * 31 + 13);
        plane = new float[3][width * height];
        cloudLimit = limit();
        SplittableRandom wind = new SplittableRandom(scene.weather * 31 + 14);
        for (int i = 0; i < gusts.length; i++) {
            gusts[i] = new double[] {0.5 + 5 * wind.nextDouble(), 2 * Math.PI * wind.nextDouble(), wind.nextDouble()};
        }
    }

    static List<Outline> panels(int width, int height) {
        List<Outline> rows = new ArrayList<>();
        for (double[] row : ROWS) {
            double top = row[0] * height;
            double bottom = row[1] * height;
            rows.add(new Outline(List.of(
                    new Place((ROW_LEFT + SLANT) * width, top),
                    new Place((ROW_RIGHT + SLANT) * width, top),
                    new Place(ROW_RIGHT * width, bottom),
                    new Place(ROW_LEFT * width, bottom))));
        }
        return rows;
    }

    /** The texture's value above which the wanted part of the whole sky lies. */
    private double limit() {
        float[] sky = new float[width * horizon()];
        addClouds(sky, 0);
        Arrays.sort(sky);
        if (scene.cloudFraction <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return scene.cloudFraction >= 1
                ? Double.NEGATIVE_INFINITY
                : sky[(int) ((1 - scene.cloudFraction) * (sky.length - 1))];
    }

    private int horizon() {
        return (int) (HORIZON * height);
    }

    private void addClouds(float[] sky, double second) {
        double moved = scene.windless ? 0 : CLOUD_PIXELS_PER_SECOND * second;
        for (int y = 0; y < horizon(); y++) {
            clouds.addRow(sky, y * width, width, moved, y + 0.1 * moved, 1, 1);
        }
    }

    double cloudFraction(int frame) {
        float[] sky = new float[width * horizon()];
        addClouds(sky, source(frame) / scene.fps);
        int cloud = 0;
        for (float value : sky) {
            cloud += value > cloudLimit ? 1 : 0;
        }
        return cloud / (double) sky.length;
    }

    /** Which moment is shown: a frozen or looped feed shows one from the past. */
    private int source(int frame) {
        if (scene.still) {
            return 0;
        }
        int shown = (int) Math.min(frame, Math.floor(Math.min(1e9, scene.frozenFromSecond * scene.fps)));
        int loop = (int) Math.round(scene.loopSeconds * scene.fps);
        return loop > 0 ? shown % loop : shown;
    }

    ColourFrame frame(int frame) {
        int base = source(frame);
        double second = base / scene.fps;
        int moved = frame >= scene.movedAtSecond * scene.fps ? (int) scene.movedPixels : 0;
        paintSky(second);
        paintLand(second);
        shift(moved);
        float light = (float) scene.light;
        int covered = frame >= scene.coveredFromSecond * scene.fps ? (int) (scene.coveredPart * width) : 0;
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < plane[channel].length; i++) {
                plane[channel][i] = i % width < covered ? 28 : plane[channel][i] * light;
            }
        }
        return new ColourFrame(width, height, yuv(base, frame), Math.round(frame * 1e6 / scene.fps));
    }

    private void shift(int pixels) {
        for (int channel = 0; channel < 3 && pixels != 0; channel++) {
            float[] before = plane[channel].clone();
            for (int i = 0; i < before.length; i++) {
                int x = Math.max(0, Math.min(width - 1, i % width + pixels));
                plane[channel][i] = before[i / width * width + x];
            }
        }
    }

    private void paintSky(double second) {
        float[] cloud = new float[width * horizon()];
        addClouds(cloud, second);
        double dull = scene.cloudFraction > 0.8 ? 0.82 : 1;
        for (int i = 0; i < cloud.length; i++) {
            double down = i / width / (double) horizon();
            double thick = Math.max(0, Math.min(1, (cloud[i] - cloudLimit) / CLOUD_EDGE + 0.5));
            double shade = dull * (1 - 0.05 * Math.max(-2, Math.min(2, cloud[i])));
            set(
                    i,
                    mix(74 + 66 * down, 222 * shade, thick),
                    mix(124 + 54 * down, 226 * shade, thick),
                    mix(198 + 24 * down, 231 * shade, thick));
        }
    }

    private static double mix(double one, double other, double part) {
        return one + (other - one) * part;
    }

    private void set(int i, double red, double green, double blue) {
        plane[0][i] = (float) red;
        plane[1][i] = (float) green;
        plane[2][i] = (float) blue;
    }

    private void paintLand(double second) {
        float[] texture = new float[width * height];
        double sway = scene.windless ? 0 : sway(second);
        for (int y = horizon(); y < height; y++) {
            grass.addRow(texture, y * width, width, sway * Math.sin(0.11 * y), y, 1, 1);
        }
        double dim = scene.cloudFraction > 0.8 ? 0.7 : 1;
        for (int i = horizon() * width; i < width * height; i++) {
            double x = i % width / (double) width;
            double y = i / width / (double) height;
            float[] colour = land(x, y);
            boolean panel = colour == PANEL || colour == LINE;
            double rough = panel ? 2 : y < HEDGE ? 12 : 7;
            double shade = scene.shadedPart > 0 && x < ROW_LEFT + scene.shadedPart * (ROW_RIGHT - ROW_LEFT) ? 0.35 : 1;
            double light = dim * (panel || y >= HEDGE ? shade : 1);
            set(
                    i,
                    light * (colour[0] + rough * texture[i]),
                    light * (colour[1] + rough * texture[i]),
                    light * (colour[2] + rough * texture[i]));
        }
    }

    private double sway(double second) {
        double sway = 0;
        for (double[] gust : gusts) {
            sway += gust[2] * Math.sin(gust[0] * second + gust[1]);
        }
        return 1.3 * sway;
    }

    private float[] land(double x, double y) {
        if (x > 0.87 && x < 0.97 && y > 0.40 && y < 0.60) {
            return HUT;
        }
        if (y < HEDGE) {
            return HEDGE_GREEN;
        }
        if (Math.abs(x * 16 - Math.round(x * 16)) < 0.06 && y > HEDGE && y < 0.51) {
            return POST;
        }
        for (double[] row : ROWS) {
            if (y >= row[0] && y < row[1]) {
                double down = (y - row[0]) / (row[1] - row[0]);
                double along = (x - ROW_LEFT - SLANT * (1 - down)) / (ROW_RIGHT - ROW_LEFT);
                if (along >= 0 && along < 1) {
                    return panel(along, down);
                }
            }
        }
        return scene.snowPart > 0 ? SNOW : GRASS;
    }

    private float[] panel(double along, double down) {
        if (down > 1 - scene.snowPart) {
            return SNOW;
        }
        if (along < scene.soiledPart) {
            return DUST;
        }
        double cell = along * CELLS - Math.floor(along * CELLS);
        double row = down * CELL_ROWS - Math.floor(down * CELL_ROWS);
        return cell < 0.16 || row < 0.14 ? LINE : PANEL;
    }

    /** ITU-R BT.601; noise goes onto the brightness. */
    private byte[] yuv(int base, int frame) {
        float[] bright = new float[width * height];
        for (int i = 0; i < bright.length; i++) {
            bright[i] = 16 + 0.257f * plane[0][i] + 0.504f * plane[1][i] + 0.098f * plane[2][i];
        }
        noise.add(bright, width, scene.noiseLevels, scene.weather * 1_000_003 + base);
        noise.add(bright, width, scene.extraNoiseLevels, scene.weather * 1_000_033 + 7 + frame);
        byte[] planes = new byte[bright.length * 3 / 2];
        for (int i = 0; i < bright.length; i++) {
            planes[i] = level(bright[i]);
        }
        int half = width / 2;
        for (int i = 0; i < half * height / 2; i++) {
            float[] mean = new float[3];
            for (int k = 0; k < 4; k++) {
                int at = (i / half * 2 + k / 2) * width + i % half * 2 + k % 2;
                for (int channel = 0; channel < 3; channel++) {
                    mean[channel] += plane[channel][at] / 4;
                }
            }
            planes[bright.length + i] = level(128 - 0.148f * mean[0] - 0.291f * mean[1] + 0.439f * mean[2]);
            planes[bright.length + half * height / 2 + i] =
                    level(128 + 0.439f * mean[0] - 0.368f * mean[1] - 0.071f * mean[2]);
        }
        return planes;
    }

    private static byte level(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
