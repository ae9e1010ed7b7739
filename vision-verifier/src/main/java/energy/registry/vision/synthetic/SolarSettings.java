package energy.registry.vision.synthetic;

/** Everything that decides a solar scene's pixels; copied by {@link SolarScene}, never changed once in use. */
final class SolarSettings implements Cloneable {
    int width = 320;
    int height = 240;
    double fps = 5;
    double seconds = 10;
    long seed = 1;
    long weather = 1;
    double cloudFraction = 0.3;
    double light = 1;
    double noiseLevels = 2;
    double snowPart;
    double soiledPart;
    double shadedPart;
    boolean windless;
    int bitsPerSecond = 600_000;

    double frozenFromSecond = Double.POSITIVE_INFINITY;
    boolean still;
    double extraNoiseLevels;
    double loopSeconds;
    double coveredPart;
    double coveredFromSecond;
    double movedAtSecond = Double.POSITIVE_INFINITY;
    double movedPixels;

    SolarSettings copy() {
        try {
            return (SolarSettings) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("settings can be copied", e);
        }
    }

    int frameCount() {
        return (int) Math.round(seconds * fps);
    }
}
