package energy.registry.vision.solar;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the visible sky that is cloud, by colour: clouds scatter all wavelengths alike, clear air scatters blue.
 * The ratio (B - R) / (B + R) with a fixed limit where it hardly varies and Otsu's limit where it falls into two groups
 * (Li, Lu, Yang, Journal of Atmospheric and Oceanic Technology 28, 2011).
 */
final class SkyMeter {
    /** Of all clear sky this is hardly ever below, of clouds hardly ever above. */
    static final double CLOUD_BLUENESS_MAX = 0.12;

    /** In one colour alone, what lies between these two is haze, thin cloud or a white balance: not told apart. */
    static final double UNCLEAR_FROM = 0.07;

    static final double UNCLEAR_TO = 0.14;

    /** Redder than this no cloud is by day: evening, dust, or a camera's tint tell nothing. */
    static final double CLOUD_BLUENESS_MIN = -0.06;

    /** Distance between the groups' means from which they are two. */
    static final double GROUPS_APART_MIN = 0.11;

    static final double CLEAR_MAX = 0.15;
    static final double OVERCAST_MIN = 0.85;

    /** Mean error of this kind of mask against hand-drawn ones: 0.075, times 1.25 for a standard deviation. */
    static final double FRACTION_UNCERTAINTY = 0.09;

    /** Lower, the sun reddens everything. */
    static final double ELEVATION_DEGREES_MIN = 5;

    private static final double SATURATED_LEVEL = 250;
    private static final double USABLE_PART_MIN = 0.5;
    private static final double DARK_LEVEL = 40;
    private static final int BINS = 64;

    private SkyMeter() {}

    static SkyObservation measure(List<ColourPicture> pictures, boolean[] sky, double elevationDegrees) {
        int seen = count(sky);
        double level = 0;
        double blueness = 0;
        double cloud = 0;
        double squares = 0;
        boolean clear = seen >= 0.02 * sky.length && elevationDegrees >= ELEVATION_DEGREES_MIN;
        for (ColourPicture picture : pictures) {
            float[] ratio = new float[seen];
            int usable = 0;
            double sum = 0;
            for (int i = 0; i < sky.length; i++) {
                if (sky[i]) {
                    sum += picture.level(i);
                    if (picture.brightest(i) < SATURATED_LEVEL) {
                        ratio[usable++] = picture.blueOverRed(i);
                    }
                }
            }
            level += seen == 0 ? 0 : sum / seen / pictures.size();
            if (!clear || usable < USABLE_PART_MIN * seen) {
                clear = false;
                continue;
            }
            float[] ratios = Arrays.copyOf(ratio, usable);
            blueness += mean(ratios) / pictures.size();
            double fraction = cloudFraction(ratios);
            clear = fraction >= 0;
            cloud += fraction / pictures.size();
            squares += fraction * fraction / pictures.size();
        }
        if (!clear || level < DARK_LEVEL) {
            return new SkyObservation(SkyState.UNCLEAR, 0, 1, level, blueness);
        }
        double spread = Math.sqrt(Math.max(0, squares - cloud * cloud) / pictures.size());
        return new SkyObservation(state(cloud), cloud, Math.hypot(FRACTION_UNCERTAINTY, spread), level, blueness);
    }

    private static SkyState state(double cloud) {
        if (cloud <= CLEAR_MAX) {
            return SkyState.CLEAR;
        }
        return cloud >= OVERCAST_MIN ? SkyState.OVERCAST : SkyState.PARTLY_CLOUDED;
    }

    private static int count(boolean[] mask) {
        int count = 0;
        for (boolean set : mask) {
            count += set ? 1 : 0;
        }
        return count;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** @return the part that is cloud; -1 when it cannot be told */
    private static double cloudFraction(float[] ratios) {
        double limit = otsu(ratios);
        double below = 0;
        double above = 0;
        int cloud = 0;
        for (float ratio : ratios) {
            if (ratio < limit) {
                cloud++;
                below += ratio;
            } else {
                above += ratio;
            }
        }
        int clear = ratios.length - cloud;
        boolean two = cloud > 0
                && clear > 0
                && above / clear - below / cloud >= GROUPS_APART_MIN
                && below / cloud < CLOUD_BLUENESS_MAX;
        double mean = mean(ratios);
        double cloudColour = two ? below / cloud : mean;
        if (cloudColour < CLOUD_BLUENESS_MIN || !two && mean > UNCLEAR_FROM && mean < UNCLEAR_TO) {
            return -1;
        }
        if (two) {
            return cloud / (double) ratios.length;
        }
        return mean < CLOUD_BLUENESS_MAX ? 1 : 0;
    }

    /** The limit that best parts the values into two groups: largest variance between them (Otsu 1979). */
    private static double otsu(float[] values) {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double step = Math.max(1e-6, (most - least) / (double) BINS);
        int[] counts = new int[BINS];
        for (float value : values) {
            counts[Math.min(BINS - 1, (int) ((value - least) / step))]++;
        }
        double total = 0;
        for (int bin = 0; bin < BINS; bin++) {
            total += bin * (double) counts[bin];
        }
        double best = -1;
        int at = 0;
        double weight = 0;
        double sum = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            weight += counts[bin];
            sum += bin * (double) counts[bin];
            double rest = values.length - weight;
            if (weight > 0 && rest > 0) {
                double apart = sum / weight - (total - sum) / rest;
                double between = weight * rest * apart * apart;
                if (between > best) {
                    best = between;
                    at = bin;
                }
            }
        }
        return least + (at + 1) * step;
    }
}
