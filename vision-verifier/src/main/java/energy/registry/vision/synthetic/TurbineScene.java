package energy.registry.vision.synthetic;

import energy.registry.vision.adapter.opencv.ClipRecorder;
import energy.registry.vision.footage.GreyFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A turbine under a moving sky, described step by step and then rendered: {@code TurbineScene.withRotorRpm(12.3)
 * .seconds(15).seed(7).renderTo(path)}. Equal descriptions give equal pixels and, with the same encoder, equal bytes.
 */
public final class TurbineScene {
    /** 4 MPixel: more than any clip the verifier looks at in full. */
    private static final int PIXELS_MAX = 4_000_000;

    /** Two hours at 25 frames a second. */
    private static final int FRAMES_MAX = 180_000;

    private final SceneSettings is;

    private TurbineScene(SceneSettings is) {
        this.is = is;
    }

    /** A rotor of three blades at a constant speed; 320 x 240 pixels, 25 frames a second, 15 s. */
    public static TurbineScene withRotorRpm(double rpm) {
        return new TurbineScene(new SceneSettings()).with(s -> s.speed = SpeedSeries.constant(rpm));
    }

    /** A rotor whose speed is linear between points {@code stepSeconds} apart, and constant after the last. */
    public static TurbineScene withRotorRpm(double[] rpm, double stepSeconds) {
        return new TurbineScene(new SceneSettings()).with(s -> s.speed = new SpeedSeries(rpm, stepSeconds));
    }

    public static TurbineScene stopped() {
        return withRotorRpm(0);
    }

    private TurbineScene with(Consumer<SceneSettings> change) {
        SceneSettings copy = is.copy();
        change.accept(copy);
        return new TurbineScene(copy);
    }

    public TurbineScene seconds(double value) {
        return with(s -> s.seconds = value);
    }

    public TurbineScene fps(double value) {
        return with(s -> s.fps = value);
    }

    /** Even numbers of pixels; the rotor scales with the height. */
    public TurbineScene size(int width, int height) {
        return with(s -> {
            s.width = width;
            s.height = height;
        });
    }

    /** Start angle, clouds, shake and noise all follow from the seed. */
    public TurbineScene seed(long value) {
        return with(s -> s.seed = value);
    }

    public TurbineScene blades(int value) {
        return with(s -> s.blades = value);
    }

    /** Sense of rotation as the camera sees it; clockwise unless told. */
    public TurbineScene clockwise(boolean value) {
        return with(s -> s.clockwise = value);
    }

    /** The hub's place and the rotor's radius, as parts of the width, the height and the height. */
    public TurbineScene rotor(double hubX, double hubY, double radius) {
        return with(s -> {
            s.hubX = hubX;
            s.hubY = hubY;
            s.radius = radius;
        });
    }

    /** Angle between the rotor's axis and the line of sight. */
    public TurbineScene yawDegrees(double value) {
        return with(s -> s.yawDegrees = value);
    }

    /** Blades show their edge, as when they are pitched out of the wind. */
    public TurbineScene feathered() {
        return with(s -> s.chord = 0.35);
    }

    public TurbineScene exposureSeconds(double value) {
        return with(s -> s.exposureSeconds = value);
    }

    /** Standard deviation of the optical blur, pixels. */
    public TurbineScene blurPixels(double value) {
        return with(s -> s.blurSigma = value);
    }

    /** Standard deviation of the camera's shaking, pixels. */
    public TurbineScene shakePixels(double value) {
        return with(s -> s.shakePixels = value);
    }

    /** Standard deviation of the sensor's noise, grey levels. */
    public TurbineScene noiseLevels(double value) {
        return with(s -> s.noiseLevels = value);
    }

    /** How much the clouds differ from the sky, grey levels. */
    public TurbineScene cloudLevels(double value) {
        return with(s -> s.cloudLevels = value);
    }

    /** How much the blades differ from the sky, grey levels. */
    public TurbineScene contrastLevels(double value) {
        return with(s -> s.contrastLevels = value);
    }

    public TurbineScene bitsPerSecond(int value) {
        return with(s -> s.bitsPerSecond = value);
    }

    /** Tampering: from this second on, the feed repeats one picture. */
    public TurbineScene frozenFrom(double second) {
        return with(s -> s.frozenFromSecond = second);
    }

    /** Tampering: one picture, with fresh sensor noise on every frame. */
    public TurbineScene stillWithNoise(double levels) {
        return with(s -> {
            s.still = true;
            s.extraNoiseLevels = levels;
        });
    }

    /** Tampering: the first {@code seconds} over and over, with fresh noise of some grey levels on top. */
    public TurbineScene looped(double seconds, double noiseOnTopLevels) {
        return with(s -> {
            s.loopSeconds = seconds;
            s.extraNoiseLevels = noiseOnTopLevels;
        });
    }

    /** Tampering: something dark before this part of the lens. */
    public TurbineScene covered(double part) {
        return with(s -> s.coveredPart = part);
    }

    /** Night, or a shut diaphragm: every brightness is multiplied by this. */
    public TurbineScene brightness(double factor) {
        return with(s -> s.brightness = factor);
    }

    /** Tampering: at this second the camera is turned by some pixels. */
    public TurbineScene movedAt(double second, double pixels) {
        return with(s -> {
            s.movedAtSecond = second;
            s.movedPixels = pixels;
        });
    }

    /** Another scene, without a turbine, follows from this second on. */
    public TurbineScene cutAt(double second) {
        return with(s -> s.cutAtSecond = second);
    }

    /** Tampering: something bright and flat before this part of the lens, from this second on. */
    public TurbineScene coveredBrightly(double part, double fromSecond) {
        return with(s -> {
            s.coveredPart = part;
            s.coverLevel = 225;
            s.coveredFromSecond = fromSecond;
        });
    }

    /** Tampering: at this second the lens is zoomed by a factor. */
    public TurbineScene zoomedAt(double second, double factor) {
        return with(s -> {
            s.zoomedAtSecond = second;
            s.zoomFactor = factor;
        });
    }

    /** Tampering: the clip runs backwards. */
    public TurbineScene reversed() {
        return with(s -> s.reversed = true);
    }

    /** Tampering: every frame is shown so many times, which slows the rotor. */
    public TurbineScene slowedByRepeats(int times) {
        return with(s -> s.repeats = times);
    }

    /** Tampering: time stamps are squeezed, which speeds the rotor up. */
    public TurbineScene playedFaster(double factor) {
        return with(s -> s.playedFaster = factor);
    }

    /** Tampering: a piece is taken out and the rest pushed together. */
    public TurbineScene takenOutAt(double second, double seconds) {
        return with(s -> {
            s.takenOutAtSecond = second;
            s.takenOutSeconds = seconds;
        });
    }

    /** A camera in flight: the picture moves by so many pixels a second. */
    public TurbineScene driftPixelsPerSecond(double x, double y) {
        return with(s -> {
            s.driftX = x;
            s.driftY = y;
        });
    }

    /** Neither clouds nor grass move. */
    public TurbineScene windless() {
        return with(s -> s.windless = true);
    }

    /** How much blades of grass differ from each other, grey levels. */
    public TurbineScene grassLevels(double value) {
        return with(s -> s.grassLevels = value);
    }

    /** Exposure goes up and down by so many grey levels. */
    public TurbineScene flickerLevels(double value) {
        return with(s -> s.flickerLevels = value);
    }

    /** So many flakes in every frame. */
    public TurbineScene snowFlakes(int value) {
        return with(s -> s.snowFlakes = value);
    }

    /** Frames alternate in their distance, as those of animated pictures do. */
    public TurbineScene unevenTimes() {
        return with(s -> s.unevenTimes = true);
    }

    /** Upright blades around an upright axis. */
    public TurbineScene verticalAxis() {
        return with(s -> s.verticalAxis = true);
    }

    /** A neighbour in the same picture, by the other scene's place, size and speed. */
    public TurbineScene withNeighbour(TurbineScene neighbour) {
        return with(s -> {
            s.other = neighbour.is.copy();
            s.other.width = s.width;
            s.other.height = s.height;
            s.other.fps = s.fps;
            s.other.seconds = s.seconds;
            s.other.unevenTimes = s.unevenTimes;
        });
    }

    public double fps() {
        return is.fps;
    }

    public int frameCount() {
        return is.frameCount();
    }

    /** True mean speed between the first and the last frame, revolutions a minute, of an honest clip. */
    public double trueMeanRpm() {
        double seconds = is.secondOf(is.frameCount() - 1);
        return is.speed.degreesAt(seconds) / seconds / 6;
    }

    /** Renders frame by frame, without any native code. */
    public void forEachFrame(Consumer<GreyFrame> sink) {
        SceneRenderer renderer = new SceneRenderer(checked());
        for (int i = 0; i < is.frameCount(); i++) {
            sink.accept(renderer.grey(i));
        }
    }

    /** Renders and encodes as H.264 in MP4. */
    public void renderTo(Path file) throws IOException {
        SceneRenderer renderer = new SceneRenderer(checked());
        byte[] yuv = new byte[SceneRenderer.yuvBytes(is)];
        // Uneven times are whole parts of a faster clock; the bits of a second stay the same.
        int ticks = is.unevenTimes ? (int) Math.round(1 / SceneSettings.UNEVEN_PART) : 1;
        double rate = is.fps * is.playedFaster * ticks;
        try (ClipRecorder recorder = ClipRecorder.open(file, is.width, is.height, rate, is.bitsPerSecond * ticks)) {
            for (int i = 0; i < is.frameCount(); i++) {
                renderer.yuv(i, yuv);
                recorder.add(yuv, (int) Math.round(is.secondOf(i) * is.fps * ticks));
            }
        }
    }

    private SceneSettings checked() {
        check(is.width >= 32 && is.height >= 32 && is.width % 2 == 0 && is.height % 2 == 0, "size: even, from 32");
        check((long) is.width * is.height <= PIXELS_MAX, "size: at most " + PIXELS_MAX + " pixels");
        check(is.fps > 0 && is.frameCount() > 0 && is.frameCount() <= FRAMES_MAX, "frames: 1 to " + FRAMES_MAX);
        check(is.blades >= 1 && is.blades <= 12, "blades: 1 to 12");
        check(Math.abs(is.yawDegrees) < 89, "yawDegrees: below 89");
        return is;
    }

    private static void check(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("scene " + rule);
        }
    }
}
