package energy.registry.vision.synthetic;

import energy.registry.vision.adapter.opencv.ClipRecorder;
import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.Outline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * An array under a moving sky, described step by step and then rendered: {@code SolarScene.day().clouds(0.4)
 * .seconds(10).seed(7).renderTo(path)}. Equal descriptions give equal pixels and, with the same encoder, equal bytes.
 */
public final class SolarScene {
    private static final int FRAMES_MAX = 18_000; // an hour at 5 frames a second

    private final SolarSettings is;

    private SolarScene(SolarSettings is) {
        this.is = is;
    }

    /** Three rows of clean panels by day, a third of the sky clouded; 320 x 240 pixels, 5 frames a second, 10 s. */
    public static SolarScene day() {
        return new SolarScene(new SolarSettings());
    }

    private SolarScene with(Consumer<SolarSettings> change) {
        SolarSettings copy = is.copy();
        change.accept(copy);
        return new SolarScene(copy);
    }

    public SolarScene seconds(double value) {
        return with(s -> s.seconds = value);
    }

    public SolarScene fps(double value) {
        return with(s -> s.fps = value);
    }

    public SolarScene size(int width, int height) {
        return with(s -> {
            s.width = width;
            s.height = height;
        });
    }

    /** Clouds, wind, grass and noise all follow from the seed. */
    public SolarScene seed(long value) {
        return with(s -> {
            s.seed = value;
            s.weather = value;
        });
    }

    /** The same place at another time: clouds, wind and noise follow from this, what stands on the ground does not. */
    public SolarScene weather(long value) {
        return with(s -> s.weather = value);
    }

    /** The part of the sky that is cloud, 0 to 1. */
    public SolarScene clouds(double fraction) {
        return with(s -> s.cloudFraction = fraction);
    }

    /** Every brightness is multiplied by this; 0.03 is a night. */
    public SolarScene light(double factor) {
        return with(s -> s.light = factor);
    }

    public SolarScene noiseLevels(double value) {
        return with(s -> s.noiseLevels = value);
    }

    /** Snow on the ground and on this part of every panel. */
    public SolarScene snow(double part) {
        return with(s -> s.snowPart = part);
    }

    /** Thick dust on this part of every panel. */
    public SolarScene soiled(double part) {
        return with(s -> s.soiledPart = part);
    }

    /** A hard shadow on this part of every row. */
    public SolarScene shaded(double part) {
        return with(s -> s.shadedPart = part);
    }

    /** Neither clouds nor hedge nor grass move. */
    public SolarScene windless() {
        return with(s -> s.windless = true);
    }

    /** Tampering: from this second on, the feed repeats one picture. */
    public SolarScene frozenFrom(double second) {
        return with(s -> s.frozenFromSecond = second);
    }

    /** Tampering: one picture, with fresh sensor noise on every frame. */
    public SolarScene stillWithNoise(double levels) {
        return with(s -> {
            s.still = true;
            s.extraNoiseLevels = levels;
        });
    }

    /** Tampering: the first {@code seconds} over and over, with fresh noise of some grey levels on top. */
    public SolarScene looped(double seconds, double noiseOnTopLevels) {
        return with(s -> {
            s.loopSeconds = seconds;
            s.extraNoiseLevels = noiseOnTopLevels;
        });
    }

    /** Tampering: something dark before this part of the lens, from this second on. */
    public SolarScene covered(double part, double fromSecond) {
        return with(s -> {
            s.coveredPart = part;
            s.coveredFromSecond = fromSecond;
        });
    }

    /** Tampering: at this second the camera is turned by some pixels. */
    public SolarScene movedAt(double second, double pixels) {
        return with(s -> {
            s.movedAtSecond = second;
            s.movedPixels = pixels;
        });
    }

    public int width() {
        return is.width;
    }

    public int height() {
        return is.height;
    }

    /** The rows of panels, in pixels of the picture. */
    public List<Outline> panels() {
        return SolarRenderer.panels(is.width, is.height);
    }

    /** The clean picture of the commissioning: the same place under a nearly clear sky on another day. */
    public ColourFrame reference() {
        SolarSettings clean = new SolarSettings();
        clean.width = is.width;
        clean.height = is.height;
        clean.seed = is.seed;
        clean.weather = is.seed + 77;
        clean.cloudFraction = 0.1;
        return new SolarRenderer(clean.copy()).frame(0);
    }

    /** True part of the sky that is cloud, mean over the clip's frames. */
    public double trueCloudFraction() {
        SolarRenderer renderer = new SolarRenderer(is);
        double sum = 0;
        for (int i = 0; i < is.frameCount(); i++) {
            sum += renderer.cloudFraction(i);
        }
        return sum / is.frameCount();
    }

    /** Renders frame by frame, without any native code. */
    public void forEachFrame(Consumer<ColourFrame> sink) {
        SolarRenderer renderer = new SolarRenderer(checked());
        for (int i = 0; i < is.frameCount(); i++) {
            sink.accept(renderer.frame(i));
        }
    }

    /** Renders and encodes as H.264 in MP4. */
    public void renderTo(Path file) throws IOException {
        SolarRenderer renderer = new SolarRenderer(checked());
        try (ClipRecorder recorder = ClipRecorder.open(file, is.width, is.height, is.fps, is.bitsPerSecond)) {
            for (int i = 0; i < is.frameCount(); i++) {
                recorder.add(renderer.frame(i).planes());
            }
        }
    }

    private SolarSettings checked() {
        boolean even = is.width >= 64 && is.height >= 64 && is.width % 2 == 0 && is.height % 2 == 0;
        if (!even || is.width > CloudTexture.WIDTH || is.frameCount() < 1 || is.frameCount() > FRAMES_MAX) {
            throw new IllegalArgumentException("solar scene: size even, from 64 to " + CloudTexture.WIDTH
                    + " pixels, and 1 to " + FRAMES_MAX + " frames; not " + is.width + " x " + is.height + ", "
                    + is.frameCount() + " frames");
        }
        return is;
    }
}
