package energy.registry.vision.guard;

import energy.registry.vision.footage.GreyFrame;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks for everything that speaks against a piece of footage. Pixels cannot prove a feed live, only spoil it. */
public final class FeedGuard {
    /** Part of the width by which a fixed camera may have moved. */
    static final double MOVED_PART = 0.01;

    /** Two looks in a row must agree, or the last one: one may be led astray by a gust or a cloud. */
    private static final int MOVED_LOOKS = 2;

    /** Below this a look says nothing about where the picture is. */
    static final double RESPONSE_MIN = 0.05;

    /**
     * @param shifts of the still edges of stretches of the clip against those of the first
     * @param rotor the turning part of the picture, when one was found
     */
    public GuardReport inspect(List<GreyFrame> frames, List<Shift> shifts, Optional<RotorDisc> rotor) {
        Set<IntegrityFlag> flags = EnumSet.noneOf(IntegrityFlag.class);
        Map<String, Double> statistics = new TreeMap<>();
        new PictureChecks(frames).run(flags, statistics);
        if (frames.size() > 1) {
            new MotionChecks(frames, new CellSeries(frames), flags, statistics).run(rotor);
        }
        moved(shifts, frames.get(0).width(), flags, statistics);
        return new GuardReport(flags, statistics);
    }

    private static void moved(List<Shift> shifts, int width, Set<IntegrityFlag> flags, Map<String, Double> statistics) {
        double farthest = 0;
        double weakest = 1;
        int inRow = 0;
        int longest = 0;
        for (Shift shift : shifts) {
            boolean away = shift.length() > MOVED_PART * width;
            inRow = away ? inRow + 1 : 0;
            longest = Math.max(longest, inRow);
            farthest = Math.max(farthest, shift.response() < RESPONSE_MIN ? 0 : shift.length());
            weakest = Math.min(weakest, shift.response());
        }
        statistics.put("shiftPixelsMax", farthest);
        statistics.put("shiftResponseMin", weakest);
        if (longest >= MOVED_LOOKS) {
            flags.add(IntegrityFlag.CAMERA_MOVED);
        }
    }
}
