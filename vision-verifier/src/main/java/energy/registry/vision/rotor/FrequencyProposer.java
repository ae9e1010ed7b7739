package energy.registry.vision.rotor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the frequencies at which many pixels swing: peaks of the mean, over the active pixels, of the squared normalised
 * power spectrum. Squared, because a blade gives its pixels lines, while a cloud gives a slope to many more.
 */
final class FrequencyProposer {
    /** The most active pixels suffice; the others are noise. */
    private static final int PIXELS_MAX = 4_000;

    /** A line stands out of its neighbourhood by half as much again. */
    private static final double PROMINENCE_MIN = 0.4;

    /** A line that stands out more is not a better sign of a comb. */
    private static final double PROMINENCE_MAX = 4;

    private static final int TEETH_MAX = 6;
    private static final int PEAKS_IN_COMBS = 10;

    private static final int PAD = 2;

    private final FrameStack stack;
    private final int size;

    FrequencyProposer(FrameStack stack) {
        this.stack = stack;
        this.size = Integer.highestOneBit(Math.max(2, stack.frames() - 1)) * 2 * PAD;
    }

    /** Frequencies in Hz: fundamentals of the clearest combs first, then the most prominent single lines. */
    List<Double> propose(int combs, int lines, double lowest, double highest) {
        double[] power = meanSpectrum(lowest);
        double[] prominence = prominence(power);
        double step = stack.rate() / size;
        List<double[]> peaks = new ArrayList<>();
        for (int k = 2; k < size / 2 - 1; k++) {
            boolean top = power[k] >= power[k - 1] && power[k] > power[k + 1];
            double hertz = (k + summit(power, k)) * step;
            if (top && hertz >= lowest && hertz <= highest && prominence[k] > PROMINENCE_MIN) {
                peaks.add(new double[] {hertz, prominence[k]});
            }
        }
        peaks.sort(Comparator.comparingDouble(peak -> -peak[1]));
        List<Double> proposed = new ArrayList<>();
        for (double[] comb : combs(peaks, prominence, lowest)) {
            addApart(proposed, comb[0], combs, step);
        }
        for (double[] peak : peaks) {
            addApart(proposed, peak[0], combs + lines, step);
        }
        return proposed;
    }

    private static void addApart(List<Double> proposed, double hertz, int most, double step) {
        if (proposed.size() < most && proposed.stream().noneMatch(other -> Math.abs(other - hertz) < 1.5 * step)) {
            proposed.add(hertz);
        }
    }

    /** Every line and its whole parts as fundamentals, by the mean prominence of the teeth there would be. */
    private List<double[]> combs(List<double[]> peaks, double[] prominence, double lowest) {
        List<double[]> combs = new ArrayList<>();
        double step = stack.rate() / size;
        for (double[] peak : peaks.subList(0, Math.min(PEAKS_IN_COMBS, peaks.size()))) {
            for (int part = 1; part <= TEETH_MAX; part++) {
                double fundamental = peak[0] / part;
                if (fundamental >= lowest) {
                    combs.add(new double[] {fundamental, teeth(fundamental / step, prominence)});
                }
            }
        }
        combs.sort(Comparator.comparingDouble(comb -> -comb[1]));
        return combs;
    }

    private static double teeth(double place, double[] prominence) {
        double sum = 0;
        int teeth = 0;
        for (int k = 1; k <= TEETH_MAX && place * k < prominence.length - 2; k++) {
            int at = (int) Math.round(place * k);
            sum += Math.max(prominence[at], Math.max(prominence[at - 1], prominence[at + 1]));
            teeth++;
        }
        return teeth == 0 ? 0 : sum / teeth;
    }

    /** How far the spectrum stands out of its neighbourhood, as a logarithm, within limits. */
    private static double[] prominence(double[] power) {
        double[] background = background(power);
        double[] prominence = new double[power.length];
        for (int k = 1; k < power.length; k++) {
            prominence[k] = Math.max(0, Math.min(PROMINENCE_MAX, Math.log(power[k] / background[k] + 1e-9)));
        }
        return prominence;
    }

    /** The top of the parabola through the logarithms, in steps from {@code k}; nearly exact for a Hann window. */
    private static double summit(double[] power, int k) {
        double left = Math.log(power[k - 1] + 1e-12);
        double right = Math.log(power[k + 1] + 1e-12);
        double bend = left - 2 * Math.log(power[k] + 1e-12) + right;
        return bend < 0 ? 0.5 * (left - right) / bend : 0;
    }

    private double[] meanSpectrum(double lowest) {
        int[] active = activePixels();
        Fourier fourier = new Fourier(size);
        double[] mean = new double[size / 2];
        double first = lowest / stack.rate() * size;
        for (int i = 0; i + 1 < active.length; i += 2) {
            float[] re = series(active[i]);
            float[] im = series(active[i + 1]);
            fourier.transform(re, im);
            addPower(re, im, mean, Math.max(1, (int) first));
        }
        return mean;
    }

    /** Two real series travel in one complex transform; their spectra are taken apart here. */
    private void addPower(float[] re, float[] im, double[] mean, int lowest) {
        double[] one = new double[size / 2];
        double[] two = new double[size / 2];
        double sumOne = 1e-9;
        double sumTwo = 1e-9;
        for (int k = 1; k < size / 2; k++) {
            double a = re[k] + re[size - k];
            double b = im[k] - im[size - k];
            double c = im[k] + im[size - k];
            double d = re[size - k] - re[k];
            one[k] = a * a + b * b;
            two[k] = c * c + d * d;
            if (k >= lowest) {
                sumOne += one[k];
                sumTwo += two[k];
            }
        }
        for (int k = 1; k < size / 2; k++) {
            double first = one[k] / sumOne;
            double second = two[k] / sumTwo;
            mean[k] += first * first + second * second;
        }
    }

    private float[] series(int pixel) {
        int n = stack.frames();
        float[] series = new float[size];
        double sum = 0;
        int at = 0;
        double step = stack.duration() / (n - 1);
        for (int t = 0; t < n; t++) {
            double second = t * step;
            while (at < n - 2 && stack.seconds[at + 1] < second) {
                at++;
            }
            double span = stack.seconds[at + 1] - stack.seconds[at];
            double part = span > 0 ? (second - stack.seconds[at]) / span : 0;
            double before = Math.abs(stack.difference[at][pixel]);
            double after = Math.abs(stack.difference[at + 1][pixel]);
            series[t] = (float) (before + (after - before) * Math.min(1, part));
            sum += series[t];
        }
        for (int t = 0; t < n; t++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (t + 0.5) / n);
            series[t] = (float) ((series[t] - sum / n) * window);
        }
        return series;
    }

    /** Activity is judged by the change over a fifth of a second, so that drifting clouds do not crowd out the blades. */
    private int[] activePixels() {
        int pixels = stack.width * stack.height;
        int lag = Math.max(1, (int) Math.round(stack.rate() / 5));
        float[] activity = new float[pixels];
        for (int t = lag; t < stack.frames(); t += Math.max(1, lag / 2)) {
            float[] now = stack.difference[t];
            float[] before = stack.difference[t - lag];
            for (int i = 0; i < pixels; i++) {
                float change = Math.abs(now[i]) - Math.abs(before[i]);
                activity[i] += change * change;
            }
        }
        float[] sorted = activity.clone();
        Arrays.sort(sorted);
        float least = sorted[Math.max(0, pixels - PIXELS_MAX)];
        int[] chosen = new int[pixels];
        int count = 0;
        for (int i = 0; i < pixels && count < PIXELS_MAX; i++) {
            if (activity[i] >= least) {
                chosen[count++] = i;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /** Median over a neighbourhood that widens with the frequency. */
    private static double[] background(double[] power) {
        double[] background = new double[power.length];
        for (int k = 1; k < power.length; k++) {
            int reach = Math.max(8, k / 3);
            int from = Math.max(1, k - reach);
            int to = Math.min(power.length, k + reach + 1);
            double[] near = Arrays.copyOfRange(power, from, to);
            Arrays.sort(near);
            background[k] = Math.max(near[near.length / 2], 1e-12);
        }
        return background;
    }
}
