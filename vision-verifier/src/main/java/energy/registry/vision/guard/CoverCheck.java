package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether something flat and bright lies before a part of the lens from the start: from a side of the picture to a
 * straight sharp line, one and the same level, over a good part of the side. A sky is not flat in this sense: it has a
 * gradient, or lies on both sides of what ends it. Dark covers are found by {@link PictureChecks}, later ones by
 * {@link ViewCheck}.
 */
final class CoverCheck {
    /** Part of a side along which the cover ends in one line. */
    static final double SIDE_PART_MIN = 0.25;

    private static final int BAND = 8;

    /** Grey levels within which a cover is one level, and by which it differs from what is behind it. */
    private static final int LEVEL_SPREAD = 3;

    private static final int STEP_LEVELS = 10;

    /** Pixels in which the step is made, and by which the line may depart from straight. */
    private static final int STEP_PIXELS = 3;

    private static final double REACH_PART_MIN = 0.08;
    private static final double REACH_PART_MAX = 0.92;

    private final GreyFrame picture;
    private final Optional<RotorDisc> rotor;

    CoverCheck(List<GreyFrame> frames, Optional<RotorDisc> rotor) {
        picture = frames.get(frames.size() / 2);
        this.rotor = rotor;
    }

    void run(Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        double part = 0;
        for (Side side : Side.values()) {
            part = Math.max(part, part(side));
        }
        statistics.put("flatCoverSidePart", part);
        if (part >= SIDE_PART_MIN) {
            flags.add(IntegrityFlag.COVERED);
        }
    }

    /** The sides that a cover comes from; what is flat at the bottom is ground, at the top sky. */
    private enum Side {
        LEFT,
        RIGHT
    }

    /** The longest run of bands that end at the same place at the same level, as a part of the side. */
    private double part(Side side) {
        int bands = picture.height() / BAND;
        int longest = 0;
        int run = 0;
        int[] before = null;
        for (int band = 0; band < bands; band++) {
            int[] end = end(side, band);
            boolean goesOn = end != null
                    && before != null
                    && Math.abs(end[0] - before[0]) <= STEP_PIXELS
                    && Math.abs(end[1] - before[1]) <= LEVEL_SPREAD;
            run = end == null ? 0 : goesOn ? run + 1 : 1;
            before = end;
            longest = Math.max(longest, run);
        }
        return bands == 0 ? 0 : longest / (double) bands;
    }

    /** Where a band's one level ends and what it is; null when it does not end in a sharp step, or holds the rotor. */
    private int[] end(Side side, int band) {
        int y = band * BAND + BAND / 2;
        int level = level(side, 1, y);
        int reach = 2;
        while (reach < picture.width() - STEP_PIXELS - 1 && Math.abs(level(side, reach, y) - level) <= LEVEL_SPREAD) {
            reach++;
        }
        double part = reach / (double) picture.width();
        if (part < REACH_PART_MIN || part > REACH_PART_MAX) {
            return null;
        }
        boolean sharp = Math.abs(level(side, reach + STEP_PIXELS - 1, y) - level) >= STEP_LEVELS;
        boolean sameBeyond = Math.abs(level(side, picture.width() - 2, y) - level) <= 2 * LEVEL_SPREAD;
        boolean holdsHub = rotor.isPresent() && isWithin(side, reach);
        return sharp && !sameBeyond && !holdsHub ? new int[] {reach, level} : null;
    }

    private boolean isWithin(Side side, int reach) {
        double hub = rotor.get().hubX();
        return side == Side.LEFT ? hub < reach : hub > picture.width() - reach;
    }

    /** Mean level over the band's height, so many pixels in from the side. */
    private int level(Side side, int inwards, int y) {
        int x = side == Side.LEFT ? inwards : picture.width() - 1 - inwards;
        int sum = 0;
        for (int dy = -BAND / 2; dy < BAND / 2; dy++) {
            sum += picture.at((y + dy) * picture.width() + x);
        }
        return Math.round(sum / (float) BAND);
    }
}
