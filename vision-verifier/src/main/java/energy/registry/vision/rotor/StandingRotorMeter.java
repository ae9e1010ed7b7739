package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shows that a rotor stands, or does not: standing is never concluded from having seen nothing turn, only from blades
 * that are seen, all of them, at the same angle from the clip's start to its end.
 */
public final class StandingRotorMeter {
    /** Below this a slow turning cannot be told from standing: 2 degrees in 8 s are 0.04 rpm. */
    static final double SECONDS_MIN = 8;

    /** Degrees of rotor that the angle may move over the clip. */
    static final double DRIFT_DEGREES_MAX = 2;

    /** How well an angle can be told, pixels at 60 % of the radius. */
    private static final double RESOLUTION_PIXELS = 0.6;

    /** In smaller pictures of a rotor nacelle, tower and the edges of clouds make three spokes too: 8 to 10 pixels have been seen. */
    static final double RADIUS_MIN = 14;

    /** The blades of each stretch are as clear as those of the mean picture, less this. */
    private static final double STRETCH_PART_MIN = 0.6;

    private static final double OTHER_ROTOR_PART = 0.6;
    private static final double CHORD_RADIUS_MIN = 40;
    private static final double CHORD_ALONG = 0.45;
    private static final double SEARCHED_DEGREES = 12;
    private static final double STEP_DEGREES = 0.5;
    private static final int STRETCHES = 10;

    private final Nameplate nameplate;

    public StandingRotorMeter(Nameplate nameplate) {
        this.nameplate = nameplate;
    }

    /** The one rotor that is seen standing; empty when none is, several are, or the frame rate could freeze one that turns. */
    public Optional<StandingRotor> measure(List<GreyFrame> frames) {
        double seconds = seconds(frames);
        int blades = nameplate.blades() == 0 ? 3 : nameplate.blades();
        if (frames.size() < RotorSpeedMeter.FRAMES_MIN || seconds < SECONDS_MIN || blades < 3) {
            return Optional.empty();
        }
        double rate = (frames.size() - 1) / seconds;
        if (nameplate.rpmMax() * blades / 60 >= RotorGate.STROBE_PART * rate) {
            return Optional.empty();
        }
        SpokePicture whole = SpokePicture.meanOf(frames);
        List<Spokes> found = new SpokeSearch(whole, blades)
                .find().stream().filter(spokes -> spokes.radius() >= RADIUS_MIN).toList();
        if (found.isEmpty()
                || found.size() > 1
                        && found.get(1).levels()
                                > OTHER_ROTOR_PART * found.get(0).levels()) {
            return Optional.empty();
        }
        return follow(frames, whole, found.get(0), seconds);
    }

    private static double seconds(List<GreyFrame> frames) {
        return (frames.get(frames.size() - 1).timestampMicros() - frames.get(0).timestampMicros()) / 1e6;
    }

    private static Optional<StandingRotor> follow(
            List<GreyFrame> frames, SpokePicture whole, Spokes spokes, double seconds) {
        double[] angle = new double[STRETCHES];
        double least = STRETCH_PART_MIN * whole.mean(spokes, 0);
        for (int i = 0; i < STRETCHES; i++) {
            int from = i * frames.size() / STRETCHES;
            int to = Math.max(from + 1, (i + 1) * frames.size() / STRETCHES);
            SpokePicture stretch = SpokePicture.meanOf(frames.subList(from, to));
            angle[i] = angle(stretch, spokes);
            if (stretch.mean(spokes, angle[i]) < least) {
                return Optional.empty();
            }
        }
        double resolution = Math.toDegrees(RESOLUTION_PIXELS / (0.6 * spokes.radius()));
        double allowed = Math.max(DRIFT_DEGREES_MAX, resolution);
        double drift = drift(angle);
        double spread = spread(angle);
        if (Math.abs(drift) > allowed || spread > allowed) {
            return Optional.empty();
        }
        double rpmMax = (Math.abs(drift) + resolution) / (6 * seconds);
        return Optional.of(new StandingRotor(
                spokes.hubX(),
                spokes.hubY(),
                spokes.radius(),
                spokes.squeeze(),
                spokes.blades(),
                Math.floorMod(Math.round(spokes.degrees() * 10), 3_600L) / 10.0,
                rpmMax,
                drift,
                spread,
                spokes.levels(),
                chord(whole, spokes)));
    }

    private static double angle(SpokePicture stretch, Spokes spokes) {
        int steps = (int) Math.round(SEARCHED_DEGREES / STEP_DEGREES);
        double[] strength = new double[2 * steps + 1];
        int best = 0;
        for (int k = 0; k < strength.length; k++) {
            strength[k] = stretch.mean(spokes, (k - steps) * STEP_DEGREES);
            best = strength[k] > strength[best] ? k : best;
        }
        if (best == 0 || best == strength.length - 1) {
            return (best - steps) * STEP_DEGREES;
        }
        double bend = strength[best - 1] - 2 * strength[best] + strength[best + 1];
        double summit = bend < 0 ? 0.5 * (strength[best - 1] - strength[best + 1]) / bend : 0;
        return (best - steps + summit) * STEP_DEGREES;
    }

    /** From the line through the stretches' angles, over the whole clip. */
    private static double drift(double[] angle) {
        double middle = (angle.length - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < angle.length; i++) {
            product += (i - middle) * angle[i];
            square += (i - middle) * (i - middle);
        }
        return product / square * angle.length;
    }

    private static double spread(double[] angle) {
        double[] sorted = angle.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        return Math.max(sorted[sorted.length - 1] - median, median - sorted[0]);
    }

    /** Area of the blade's profile over its height, median over the blades. */
    private static double chord(SpokePicture picture, Spokes spokes) {
        if (spokes.radius() < CHORD_RADIUS_MIN) {
            return 0;
        }
        List<Double> widths = new ArrayList<>();
        int steps = (int) Math.ceil(0.12 * spokes.radius() * 2);
        for (int blade = 0; blade < spokes.blades(); blade++) {
            double angle = spokes.degrees() + 360.0 * blade / spokes.blades();
            double[] profile = picture.across(spokes, angle, CHORD_ALONG, steps);
            double behind = (profile[0] + profile[profile.length - 1]) / 2;
            double height = 0;
            double area = 0;
            for (double level : profile) {
                double above = spokes.brighter() * (level - behind);
                height = Math.max(height, above);
                area += Math.max(0, above) / 2;
            }
            if (height > 0) {
                widths.add(area / height / spokes.radius());
            }
        }
        widths.sort(null);
        return widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
    }
}
