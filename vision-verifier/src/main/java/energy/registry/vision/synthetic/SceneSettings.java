package energy.registry.vision.synthetic;

/** Everything that decides a scene's pixels; copied by {@link TurbineScene}, never changed once in use. */
final class SceneSettings implements Cloneable {
    /** Part of a frame's time by which every second frame is late. */
    static final double UNEVEN_PART = 0.25;

    int width = 320;
    int height = 240;
    double fps = 25;
    double seconds = 15;
    long seed = 1;

    SpeedSeries speed = SpeedSeries.constant(12);
    int blades = 3;
    boolean clockwise = true;
    double hubX = 0.5;
    double hubY = 0.42;
    /** Rotor radius as a part of the picture's height. */
    double radius = 0.30;

    double yawDegrees;
    /** Width of the blades as a part of those of a rotor at work; feathered blades show their edge. */
    double chord = 1;

    double exposureSeconds = 0.004;
    double blurSigma;
    double shakePixels;
    double noiseLevels = 2;
    double cloudLevels = 22;
    double contrastLevels = 65;
    int bitsPerSecond = 400_000;

    double frozenFromSecond = Double.POSITIVE_INFINITY;
    boolean still;
    double loopSeconds;
    double extraNoiseLevels;
    double coveredPart;
    double brightness = 1;
    double movedAtSecond = Double.POSITIVE_INFINITY;
    double movedPixels;
    double cutAtSecond = Double.POSITIVE_INFINITY;
    double coverLevel = 30;
    double coveredFromSecond;
    double zoomedAtSecond = Double.POSITIVE_INFINITY;
    double zoomFactor = 1;
    boolean reversed;
    int repeats = 1;
    double playedFaster = 1;
    double takenOutAtSecond = Double.POSITIVE_INFINITY;
    double takenOutSeconds;

    double driftX;
    double driftY;
    double grassLevels = 9;
    boolean windless;
    double flickerLevels;
    int snowFlakes;
    boolean unevenTimes;
    boolean verticalAxis;
    SceneSettings other;

    SceneSettings copy() {
        try {
            return (SceneSettings) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("settings can be copied", e);
        }
    }

    int frameCount() {
        return (int) Math.round(seconds * fps);
    }

    /** Uneven frames come early and late in turn, as those of animated pictures do. */
    double secondOf(int frame) {
        double uneven = unevenTimes && frame % 2 == 1 ? UNEVEN_PART : 0;
        return (frame + uneven) / fps;
    }

    double radiusPixels() {
        return radius * height;
    }
}
