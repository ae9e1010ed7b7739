package energy.registry.vision.rotor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for blades at rest at every hub, size, slant and angle; coarsely at half size, then finely. */
final class SpokeSearch {
    static final double SQUEEZE_MIN = 0.45;

    /** Grey levels by which every blade stands out of both sides, at least. */
    static final double LEVELS_MIN = 6;

    /** The same in terms of what stands out elsewhere in the picture. */
    static final double LEVELS_OVER_USUAL = 4;

    /** In the coarse picture thin blades are paler. */
    private static final double COARSE_PART = 0.4;

    private static final double[] RADII = {6, 8.5, 12, 17, 24, 34, 48};
    private static final double[] SQUEEZES = {1, 0.8, 0.6};
    private static final int HUB_STEP = 2;
    private static final int REFINED_MAX = 24;

    /** Sizes between those that are searched are found from the nearest one; farther, blades shrink to their roots. */
    private static final double GROWTH_MAX = 1.3;

    /** The weakest place of a blade but one, as a part of the mean of all: a tower and two faint edges are no rotor. */
    private static final double ALIKE_PART_MIN = 0.5;

    /** At another angle there is no second rotor: this is a net, a lattice, a wheel. */
    private static final double OTHER_ANGLE_PART_MAX = 0.5;

    /** Beyond the tips the blades end. */
    private static final double BEYOND_PART_MAX = 0.5;

    private static final Comparator<Spokes> LONG_AND_CLEAR_FIRST =
            Comparator.comparingDouble(spokes -> -spokes.levels() * Math.sqrt(spokes.radius()));

    private static final double STEP_PIXELS_MIN = 0.12;
    private static final int ROUNDS_MAX = 60;

    /** Grey levels by which a neighbour is better. */
    private static final double BETTER_BY = 0.02;

    private final SpokePicture fine;
    private final SpokePicture coarse;
    private final int blades;
    private final double least;

    SpokeSearch(SpokePicture picture, int blades) {
        this.fine = picture;
        this.coarse = picture.halved();
        this.blades = blades;
        this.least = Math.max(LEVELS_MIN, LEVELS_OVER_USUAL * picture.usualRidge());
    }

    /** All rotors at rest, the clearest first. */
    List<Spokes> find() {
        List<Spokes> seeds = new ArrayList<>();
        for (double radius : RADII) {
            for (double squeeze : SQUEEZES) {
                scan(radius, squeeze, seeds);
            }
        }
        seeds.sort(LONG_AND_CLEAR_FIRST);
        List<Spokes> rotors = seeds.subList(0, Math.min(REFINED_MAX, seeds.size())).stream()
                .map(seed -> refine(seed.scaled(2)))
                .filter(refined -> refined.levels() >= least && isRotor(refined))
                .sorted(LONG_AND_CLEAR_FIRST)
                .toList();
        // Only now: the roots of a rotor's blades stand out more than all of them, and are no rotor.
        List<Spokes> found = new ArrayList<>();
        for (Spokes rotor : rotors) {
            if (found.stream().noneMatch(other -> isSame(other, rotor))) {
                found.add(rotor);
            }
        }
        return found;
    }

    /** Blades are alike, stand at this angle alone, and end where they should. */
    private boolean isRotor(Spokes spokes) {
        double own = fine.meanOfOthers(spokes, 0);
        if (spokes.levels() < ALIKE_PART_MIN * fine.mean(spokes, 0)) {
            return false;
        }
        double period = 360.0 / blades;
        for (double turn = period / 6; turn <= period * 5 / 6; turn += 2) {
            if (fine.meanOfOthers(spokes, turn) > OTHER_ANGLE_PART_MAX * own) {
                return false;
            }
        }
        int ended = 0;
        for (int blade = 0; blade < blades; blade++) {
            double angle = spokes.degrees() + period * blade;
            double beyond = Math.min(fine.ridge(spokes, angle, 1.5), fine.ridge(spokes, angle, 1.7));
            ended += beyond < BEYOND_PART_MAX * own ? 1 : 0;
        }
        return ended >= blades - 1;
    }

    static boolean isSame(Spokes one, Spokes other) {
        return Math.hypot(one.hubX() - other.hubX(), one.hubY() - other.hubY())
                < Math.max(one.radius(), other.radius());
    }

    private void scan(double radius, double squeeze, List<Spokes> seeds) {
        double step = Math.toDegrees(1.2 / (0.75 * radius));
        double reach = 0.8 * radius;
        for (double y = reach; y < coarse.height - reach; y += HUB_STEP) {
            for (double x = reach * squeeze; x < coarse.width - reach * squeeze; x += HUB_STEP) {
                Spokes best = null;
                for (int brighter = -1; brighter <= 1; brighter += 2) {
                    for (double angle = 0; angle < 360.0 / blades; angle += step) {
                        Spokes here = new Spokes(x, y, radius, squeeze, angle, blades, brighter, 0);
                        if (isPromising(here)) {
                            Spokes rated = here.with(coarse.weakest(here));
                            best = best == null || rated.levels() > best.levels() ? rated : best;
                        }
                    }
                }
                if (best != null && best.levels() >= COARSE_PART * least) {
                    keep(best, seeds);
                }
            }
        }
    }

    private boolean isPromising(Spokes here) {
        for (int blade = 0; blade < blades; blade++) {
            if (coarse.ridge(here, here.degrees() + 360.0 * blade / blades, 0.6) < COARSE_PART * least) {
                return false;
            }
        }
        return true;
    }

    private static void keep(Spokes best, List<Spokes> seeds) {
        for (int i = 0; i < seeds.size(); i++) {
            Spokes other = seeds.get(i);
            boolean near = Math.hypot(other.hubX() - best.hubX(), other.hubY() - best.hubY()) < 4
                    && other.radius() == best.radius();
            if (near) {
                seeds.set(i, best.levels() > other.levels() ? best : other);
                return;
            }
        }
        seeds.add(best);
    }

    /** Moves hub, size, slant and angle by less and less to where the blades stand out most. */
    private Spokes refine(Spokes start) {
        Spokes best = start.with(rate(start));
        double step = 2;
        for (int round = 0; round < ROUNDS_MAX && step > STEP_PIXELS_MIN; round++) {
            Spokes better = best;
            double part = step / best.radius();
            double turn = Math.toDegrees(part);
            Spokes[] around = {
                best.moved(step, 0, 1, 1, 0), best.moved(-step, 0, 1, 1, 0),
                best.moved(0, step, 1, 1, 0), best.moved(0, -step, 1, 1, 0),
                best.moved(0, 0, 1 + part, 1, 0), best.moved(0, 0, 1 / (1 + part), 1, 0),
                best.moved(0, 0, 1, 1 + part, 0), best.moved(0, 0, 1, 1 / (1 + part), 0),
                best.moved(0, 0, 1, 1, turn), best.moved(0, 0, 1, 1, -turn)
            };
            for (Spokes moved : around) {
                double rate = isOfSize(moved, start) ? rate(moved) : 0;
                better = rate > better.levels() + BETTER_BY ? moved.with(rate) : better;
            }
            step = better == best ? step / 2 : step;
            best = better;
        }
        return best.with(fine.weakest(best));
    }

    private static boolean isOfSize(Spokes moved, Spokes start) {
        double growth = moved.radius() / start.radius();
        return growth <= GROWTH_MAX && growth >= 1 / GROWTH_MAX;
    }

    /** The mean is smooth and leads uphill; the weakest tells a rotor from two of its blades; long blades are worth more. */
    private double rate(Spokes spokes) {
        return (fine.weakest(spokes) + 0.5 * fine.mean(spokes, 0)) * Math.pow(spokes.radius(), 0.15);
    }
}
