package energy.registry.vision.sweep;

import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.synthetic.TurbineScene;
import java.util.Optional;
import java.util.SplittableRandom;

/** Draws the cases of a sweep, each from its seed alone. The envelope is the one written down in the vision document. */
final class SweepCases {
    private static final int BEYOND_KINDS = 20;
    private static final int TAMPER_KINDS = 26;

    private static final double ENVELOPE_RPM_MIN = 5;
    private static final double ENVELOPE_RPM_MAX = 60;

    /** Pixels at working size, across the axis along which a slanting rotor is seen narrowed. */
    private static final double ENVELOPE_NARROW_RADIUS_MIN = 8;

    private static final double ENVELOPE_YAW_MAX = 55;

    /** Of a longer clip the beginning is measured, and of larger pictures fewer: the truth is that of the whole clip. */
    private static final double FRAMES_MEASURED = 1_800;

    private static final double PIXELS_MEASURED = 104_000_000;

    private static final double RADIUS_PART_MAX = 0.36;

    /** Standard deviation of the speed over the clip, as a part of it. */
    private static final double ENVELOPE_GUSTS_MAX = 0.04;

    private static final double CLOCK_RELATIVE = 0.0001;

    private static final int[][] SIZES = {{160, 120}, {192, 108}, {240, 180}, {320, 180}, {320, 240}};

    /** At these bits a second, an encoder of 320 x 240 keeps the sensor's noise; below, a still sky tells nothing. */
    private static final int SENSOR_BITS = 2_500_000;

    private final SplittableRandom random;
    private final long seed;

    private SweepCases(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * The case of a seed: of ten in a row, four lie inside the envelope, three beyond it, two are tampered with and one
     * shows a rotor at rest, so that every range of seeds holds all of them.
     */
    static SweepCase of(long seed) {
        long ten = Math.floorDiv(seed, 10L);
        int place = (int) Math.floorMod(seed, 10L);
        if (place < 4) {
            return envelope(4 * ten + place);
        }
        if (place < 7) {
            return beyond(3 * ten + place - 4);
        }
        return place < 9 ? tampered(2 * ten + place - 7) : standing(ten);
    }

    static SweepCase envelope(long seed) {
        SweepCases draw = new SweepCases(seed);
        Optional<SweepCase> drawn = draw.envelope();
        while (drawn.isEmpty()) {
            drawn = draw.envelope();
        }
        return drawn.get();
    }

    /** Empty where the rotor is too small and too slow for the frames that are measured. */
    private Optional<SweepCase> envelope() {
        int blades = random.nextInt(5) == 0 ? 2 : 3;
        boolean clockwise = random.nextBoolean();
        double rpm = evenly(ENVELOPE_RPM_MIN, ENVELOPE_RPM_MAX);
        double[] rates = {12.5, 15, 24, 25, 30};
        double fps = rates[random.nextInt(rates.length)];
        int[] size = SIZES[random.nextInt(SIZES.length)];
        double yaw = between(0, ENVELOPE_YAW_MAX);
        double narrowing = Math.cos(Math.toRadians(yaw));
        double radius = evenly(ENVELOPE_NARROW_RADIUS_MIN / narrowing, RADIUS_PART_MAX * size[1]);
        double needed = secondsNeeded(rpm, blades, radius * narrowing);
        double seconds = Math.min(needed + between(0, 4), framesMeasured(size) / fps);
        if (needed > seconds) {
            return Optional.empty();
        }
        double gusts = random.nextBoolean() ? between(0, ENVELOPE_GUSTS_MAX) : 0;
        TurbineScene scene = view(speed(rpm, gusts, seconds).fps(fps).seconds(seconds), size, fps, radius, 1)
                .yawDegrees(yaw)
                .bitsPerSecond(bits(radius * narrowing, size, fps))
                .exposureSeconds(Math.min(between(0.001, 0.03), 60 / (rpm * blades) / 5))
                .blades(blades)
                .clockwise(clockwise);
        int known = random.nextInt(3);
        Nameplate nameplate = known == 0
                ? new Nameplate(blades, 3, 90, clockwise ? 1 : -1)
                : known == 1 ? new Nameplate(blades, 3, 90, 0) : new Nameplate(0, 0, 90, 0);
        return Optional.of(new SweepCase(
                seed, SweepCase.Kind.ENVELOPE, "envelope", scene, nameplate, byTrueTime(scene.trueMeanRpm())));
    }

    private static double framesMeasured(int[] size) {
        return Math.min(FRAMES_MEASURED, Math.floor(PIXELS_MEASURED / (size[0] * size[1])));
    }

    /**
     * Ten seconds, ten passes, and the more turns the narrower the rotor is seen: an angle is told to a part of a pixel at
     * either end of the clip, and a tenth of a percent of so many turns is four tenths of a pixel at the tip or more.
     */
    private static double secondsNeeded(double rpm, int blades, double narrowRadius) {
        double turns = Math.max(10.0 / blades, 2 + 64 / narrowRadius);
        return Math.max(10, turns * 60 / rpm);
    }

    /** Views as the design envelope has them: slant, shake, clouds, contrast, noise, blur, bits and place. */
    private TurbineScene view(TurbineScene scene, int[] size, double fps, double radius, double part) {
        TurbineScene seen = scene.seed(seed)
                .size(size[0], size[1])
                .yawDegrees(part * between(0, ENVELOPE_YAW_MAX))
                .shakePixels(part * between(0, 1))
                .cloudLevels(between(5, 25))
                .contrastLevels(between(42, 75))
                .noiseLevels(between(0.5, 3))
                .blurPixels(part * random.nextInt(2) * between(0, Math.min(1.2, 0.06 * radius)))
                .bitsPerSecond(bits(radius, size, fps))
                .flickerLevels(random.nextInt(4) == 0 ? between(0, 6) : 0)
                .rotor(between(0.4, 0.6), between(0.4, 0.5), radius / size[1]);
        return random.nextInt(6) == 0 ? seen.unevenTimes() : seen;
    }

    private int bits(double radius, int[] size, double fps) {
        return (int) (evenly(bitsNeeded(radius), 2) * size[0] * size[1] * fps);
    }

    /**
     * Bits for a pixel of a frame: an encoder that has too few lets small things stand still and then leap. A camera's
     * 2 Mbit/s at 25 frames of any size are 1.4 for each pixel that is looked at.
     */
    private static double bitsNeeded(double radius) {
        return 0.4 * Math.pow(Math.max(1, 36 / radius), 0.8);
    }

    /** An easy view, in which only what is added to it is difficult. */
    private TurbineScene view(TurbineScene scene) {
        int[] size = SIZES[random.nextInt(SIZES.length)];
        return view(scene, size, scene.fps(), between(0.2, 0.35) * size[1], 0.5);
    }

    /** A camera's clock is off by some 100 parts in a million, which its own time stamps do not tell. */
    private double byTrueTime(double rpmByTheCamerasClock) {
        return rpmByTheCamerasClock * (1 + CLOCK_RELATIVE * random.nextGaussian());
    }

    /** Evenly over the logarithm. */
    private double evenly(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    private TurbineScene speed(double rpm, double variation, double seconds) {
        if (variation == 0) {
            return TurbineScene.withRotorRpm(rpm);
        }
        double[] points = new double[(int) Math.ceil(seconds / 2) + 2];
        double off = 0;
        for (int i = 0; i < points.length; i++) {
            off = 0.7 * off + 0.7 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
            points[i] = rpm * (1 + variation * off);
        }
        return TurbineScene.withRotorRpm(points, 2);
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    static SweepCase standing(long seed) {
        SweepCases draw = new SweepCases(seed);
        TurbineScene scene = draw.view(TurbineScene.stopped().seconds(draw.between(10, 15)));
        boolean feathered = draw.random.nextInt(3) == 0;
        TurbineScene shown = (feathered ? scene.feathered() : scene)
                .rotor(draw.between(0.4, 0.6), draw.between(0.4, 0.5), draw.between(0.22, 0.35));
        return new SweepCase(
                seed,
                SweepCase.Kind.STANDING,
                feathered ? "feathered" : "standing",
                shown,
                new Nameplate(3, 5, 32, 0),
                0);
    }

    /** What the envelope leaves out, one limit broken at a time. */
    static SweepCase beyond(long seed) {
        SweepCases draw = new SweepCases(seed);
        double rpm = draw.between(6, 22);
        TurbineScene base = draw.view(TurbineScene.withRotorRpm(rpm).seconds(12));
        Nameplate known = new Nameplate(3, 4, 60, 0);
        int kind = (int) Math.floorMod(seed, (long) BEYOND_KINDS);
        return switch (kind) {
            case 0 -> draw.beyond("yaw", base.yawDegrees(draw.between(50, 85)), known);
            case 1 -> draw.beyond("shake", base.shakePixels(draw.between(1, 4)), known);
            case 2 ->
                draw.beyond("faint", base.contrastLevels(draw.between(3, 30)).noiseLevels(6), known);
            case 3 -> draw.beyond("small", base.rotor(0.5, 0.45, draw.between(0.02, 0.09)), known);
            case 4 -> draw.beyond("few passes", base.seconds(draw.between(1, 3) * 20 / rpm), known);
            case 5 -> draw.beyond("blurred", base.blurPixels(draw.between(1, 3)), known);
            case 6 -> draw.beyond("few bits", base.bitsPerSecond((int) draw.between(30_000, 120_000)), known);
            case 7 -> draw.fast("fast, nameplate knows", draw.between(150, 480), 25, new Nameplate(3, 50, 500, 0));
            case 8 -> draw.fast("fast, blades unknown", draw.between(120, 245), 25, new Nameplate(0, 0, 250, 0));
            case 9 -> draw.fast("slow frames", draw.between(20, 58), draw.between(2, 6), known);
            case 10 ->
                draw.fast(
                        "slow frames, sense known",
                        draw.between(20, 58),
                        draw.between(3, 6),
                        new Nameplate(3, 4, 60, 1));
            case 11 ->
                draw.beyond(
                        "gusts",
                        draw.view(draw.speed(rpm, draw.between(0.08, 0.25), 14).seconds(14)),
                        known);
            case 12 ->
                draw.beyond(
                        "slow",
                        draw.view(
                                TurbineScene.withRotorRpm(draw.between(0.3, 4)).seconds(20)),
                        known);
            case 13 -> draw.neighbours("neighbour", base);
            case 14 ->
                new SweepCase(seed, SweepCase.Kind.BEYOND, "vertical axis", base.verticalAxis(), known, Double.NaN);
            case 15 -> draw.beyond("snow", base.snowFlakes(120), known);
            case 16 -> draw.beyond("drone", base.driftPixelsPerSecond(draw.between(-6, 6), draw.between(-3, 3)), known);
            case 17 -> draw.fast("two blades fast", draw.between(100, 360), 25, new Nameplate(0, 0, 400, 0));
            case 18 -> draw.beyond("hidden", base.rotor(draw.between(0, 0.12), 0.45, 0.3), known);
            default ->
                draw.beyond(
                        "long exposure",
                        draw.view(TurbineScene.withRotorRpm(draw.between(60, 150))
                                .seconds(8)
                                .exposureSeconds(0.02)),
                        new Nameplate(3, 20, 200, 0));
        };
    }

    private SweepCase beyond(String name, TurbineScene scene, Nameplate nameplate) {
        return new SweepCase(seed, SweepCase.Kind.BEYOND, name, scene, nameplate, byTrueTime(scene.trueMeanRpm()));
    }

    private SweepCase fast(String name, double rpm, double fps, Nameplate nameplate) {
        TurbineScene scene = view(TurbineScene.withRotorRpm(rpm)
                .blades(name.startsWith("two") ? 2 : 3)
                .fps(fps)
                .seconds(fps < 10 ? 30 : 8)
                .exposureSeconds(0.001));
        return new SweepCase(seed, SweepCase.Kind.BEYOND, name, scene, nameplate, rpm);
    }

    private SweepCase neighbours(String name, TurbineScene base) {
        TurbineScene left = base.rotor(0.27, 0.42, 0.25);
        TurbineScene right =
                TurbineScene.withRotorRpm(between(6, 22)).seed(seed + 1).rotor(0.75, 0.45, between(0.15, 0.25));
        return new SweepCase(
                seed,
                SweepCase.Kind.BEYOND,
                name,
                left.withNeighbour(right),
                new Nameplate(3, 4, 60, 0),
                left.trueMeanRpm());
    }

    static SweepCase tampered(long seed) {
        SweepCases draw = new SweepCases(seed);
        double rpm = draw.between(8, 18);
        double pass = 20 / rpm;
        TurbineScene base = draw.view(TurbineScene.withRotorRpm(rpm).seconds(14));
        TurbineScene calm = base.cloudLevels(0).windless();
        int kind = (int) Math.floorMod(seed, (long) TAMPER_KINDS);
        return switch (kind) {
            case 0 -> draw.tampered("frozen", base.frozenFrom(draw.between(2, 10)));
            case 1 -> draw.tampered("still, noise", base.stillWithNoise(draw.between(1, 6)));
            case 2 -> draw.tampered("loop, one pass", base.looped(pass, draw.between(0, 3)));
            case 3 -> draw.tampered("loop, two passes", base.looped(2 * pass, draw.between(0, 3)));
            case 4 -> draw.tampered("loop, three passes", base.looped(3 * pass, draw.between(0, 2)));
            case 5 -> draw.tampered("loop, few bits", base.looped(3 * pass, 0).bitsPerSecond(150_000));
            case 6 -> draw.tampered("loop, still sky", calm.looped(2 * pass, 0));
            case 7 ->
                draw.tampered(
                        "loop, still sky, noise",
                        calm.noiseLevels(2.5).looped(2 * pass, 1).bitsPerSecond(SENSOR_BITS));
            case 8 -> draw.tampered("loop, not whole passes", base.looped(draw.between(2.2, 2.8) * pass, 0));
            case 9 -> draw.tampered("dark cover", base.covered(draw.between(0.3, 1)));
            case 10 -> draw.tampered("bright cover", base.coveredBrightly(draw.between(0.15, 0.35), 0));
            case 11 -> draw.tampered("bright cover later", base.coveredBrightly(draw.between(0.2, 0.6), 6));
            case 12 -> draw.tampered("bright cover whole", base.coveredBrightly(1, draw.random.nextBoolean() ? 0 : 6));
            case 13 -> draw.tampered("dark", base.brightness(draw.between(0.02, 0.1)));
            case 14 -> draw.tampered("defocused", base.blurPixels(draw.between(4, 8)));
            case 15 -> draw.tampered("moved", base.movedAt(draw.between(3, 9), draw.between(5, 40)));
            case 16 -> draw.tampered("zoomed", base.zoomedAt(draw.between(3, 9), draw.between(1.05, 1.5)));
            case 17 -> draw.tampered("cut", base.cutAt(draw.between(5, 11)));
            case 18 -> draw.tampered("slowed by repeats", base.slowedByRepeats(2));
            case 19 -> draw.tampered("slowed by repeats, thrice", base.slowedByRepeats(3));
            case 20 -> draw.reversed(base.reversed());
            case 21 -> draw.tampered("piece out", base.takenOutAt(6, draw.between(0.3, 0.7) * pass));
            case 22 ->
                draw.tampered(
                        "standing, still, noise",
                        TurbineScene.stopped().seconds(12).seed(seed).stillWithNoise(2));
            case 23 ->
                draw.tampered(
                        "standing, loop",
                        TurbineScene.stopped().seconds(12).seed(seed).looped(3, 1));
            case 24 ->
                draw.tampered(
                        "standing, frozen",
                        TurbineScene.stopped().seconds(12).seed(seed).frozenFrom(4));
            default -> draw.tampered("too fast", base.playedFaster(4.5));
        };
    }

    private SweepCase tampered(String name, TurbineScene scene) {
        return new SweepCase(seed, SweepCase.Kind.TAMPERED, name, scene, new Nameplate(3, 5, 32, 0), Double.NaN);
    }

    private SweepCase reversed(TurbineScene scene) {
        return new SweepCase(seed, SweepCase.Kind.TAMPERED, "reversed", scene, new Nameplate(3, 5, 32, 1), Double.NaN);
    }
}
