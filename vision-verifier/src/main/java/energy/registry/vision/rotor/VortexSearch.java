package energy.registry.vision.rotor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for rotors in a picture of complex amplitudes: for every hub, disc, blade count and sense the response is
 * {@code |sum A e^(i m angle)|^2 / sum |A|^2}, over a pyramid of picture sizes, so that a disc is never more than a few
 * pixels across where it is searched for.
 */
final class VortexSearch {
    static final int WINDINGS_MAX = 6;

    private static final double[] RADII = {4, 5.6, 8, 11};
    private static final double[] SQUEEZES = {1, 0.55};
    private static final int LEVELS_MAX = 6;
    private static final int SIDE_MIN = 8;

    /** Less coherent than this is not worth refining. */
    private static final double COHERENCE_MIN = 0.45;

    private final float[] binRe = new float[Disc.BINS];
    private final float[] binIm = new float[Disc.BINS];
    private final float[][] cos = new float[WINDINGS_MAX + 1][Disc.BINS];
    private final float[][] sin = new float[WINDINGS_MAX + 1][Disc.BINS];
    private final int[] windings;

    /** @param windings the numbers of turns to look for, both ways round */
    VortexSearch(int[] windings) {
        this.windings = windings.clone();
        for (int m = 0; m <= WINDINGS_MAX; m++) {
            for (int b = 0; b < Disc.BINS; b++) {
                cos[m][b] = (float) Math.cos(2 * Math.PI * m * b / Disc.BINS);
                sin[m][b] = (float) Math.sin(2 * Math.PI * m * b / Disc.BINS);
            }
        }
    }

    /** The best places, the strongest first, no two in one rotor; in pixels of {@code amplitude}. */
    List<Vortex> coarse(ComplexPicture amplitude, int count) {
        List<Vortex> found = new ArrayList<>();
        ComplexPicture level = amplitude;
        double scale = 1;
        for (int i = 0; i < LEVELS_MAX && Math.min(level.width, level.height) >= SIDE_MIN; i++) {
            for (double radius : RADII) {
                for (double squeeze : SQUEEZES) {
                    if (radius <= RADII[2] || Math.min(level.width, level.height) < 4 * SIDE_MIN) {
                        scan(level, new Disc(radius, squeeze), radius, squeeze, scale, found);
                    }
                }
            }
            level = level.halved();
            scale *= 2;
        }
        return distinct(found, count);
    }

    private void scan(
            ComplexPicture level, Disc disc, double radius, double squeeze, double scale, List<Vortex> found) {
        Vortex[] best = new Vortex[4];
        BoxEnergy energy = new BoxEnergy(level, disc.reach);
        for (int y = 0; y < level.height; y++) {
            for (int x = 0; x < level.width; x++) {
                if (!energy.isLively(x, y)) {
                    continue;
                }
                Vortex here = at(level, disc, x, y, radius, squeeze);
                if (here.coherence() >= COHERENCE_MIN) {
                    insert(best, here);
                }
            }
        }
        for (Vortex vortex : best) {
            if (vortex != null) {
                found.add(vortex.scaled(scale));
            }
        }
    }

    private static void insert(Vortex[] best, Vortex here) {
        for (int i = 0; i < best.length; i++) {
            if (best[i] == null) {
                best[i] = here;
                return;
            }
            if (best[i].isSameRotorAs(here)) {
                best[i] = rank(here) > rank(best[i]) ? here : best[i];
                return;
            }
        }
        int least = 0;
        for (int i = 1; i < best.length; i++) {
            least = rank(best[i]) < rank(best[least]) ? i : least;
        }
        if (rank(here) > rank(best[least])) {
            best[least] = here;
        }
    }

    private Vortex at(ComplexPicture level, Disc disc, int x, int y, double radius, double squeeze) {
        float[] lengths = level.modulus();
        Arrays.fill(binRe, 0);
        Arrays.fill(binIm, 0);
        double power = 1e-20;
        double modulus = 1e-12;
        boolean inside =
                x >= disc.reach && y >= disc.reach && x < level.width - disc.reach && y < level.height - disc.reach;
        for (int i = 0; i < disc.dx.length; i++) {
            int px = x + disc.dx[i];
            int py = y + disc.dy[i];
            if (inside || px >= 0 && py >= 0 && px < level.width && py < level.height) {
                float re = level.re[py * level.width + px];
                float im = level.im[py * level.width + px];
                binRe[disc.bin[i]] += re;
                binIm[disc.bin[i]] += im;
                float length = lengths[py * level.width + px];
                power += length * length;
                modulus += length;
            }
        }
        return best(x, y, radius, squeeze, power, modulus);
    }

    private Vortex best(int x, int y, double radius, double squeeze, double power, double modulus) {
        double first = 0;
        double second = 0;
        int winding = 1;
        for (int blades : windings) {
            for (int m = -blades; m <= blades; m += 2 * blades) {
                double response = response(m);
                if (response > first) {
                    second = first;
                    first = response;
                    winding = m;
                } else if (response > second) {
                    second = response;
                }
            }
        }
        double ratio = first > 0 ? Math.sqrt(second / first) : 1;
        return new Vortex(x, y, radius, squeeze, winding, Math.sqrt(first) / modulus, ratio, 0, first / power);
    }

    private double response(int m) {
        float[] c = cos[Math.abs(m)];
        float[] s = sin[Math.abs(m)];
        float sign = Integer.signum(m);
        double re = 0;
        double im = 0;
        for (int b = 0; b < Disc.BINS; b++) {
            re += binRe[b] * c[b] - sign * binIm[b] * s[b];
            im += binIm[b] * c[b] + sign * binRe[b] * s[b];
        }
        return re * re + im * im;
    }

    /** A large disc with half its phases astray must not win over a small one that is a rotor. */
    static double rank(Vortex vortex) {
        double square = vortex.coherence() * vortex.coherence();
        return vortex.extent() * square * square;
    }

    private static List<Vortex> distinct(List<Vortex> found, int count) {
        found.sort(Comparator.comparingDouble(vortex -> -rank(vortex)));
        List<Vortex> kept = new ArrayList<>();
        for (Vortex vortex : found) {
            if (kept.size() < count && kept.stream().noneMatch(vortex::isSameRotorAs)) {
                kept.add(vortex);
            }
        }
        return kept;
    }
}
