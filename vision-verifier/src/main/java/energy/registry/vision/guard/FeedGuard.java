package energy.registry.vision.guard;

import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.GreyFrame;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks for everything that speaks against a piece of footage. Pixels cannot prove a feed live, only spoil it. */
public final class FeedGuard {
    /**
     * @param shifts measures the displacement of still edges
     * @param rotor the turning part of the picture, when one was found
     */
    public GuardReport inspect(Clip clip, ShiftMeter shifts, Optional<RotorDisc> rotor) {
        List<GreyFrame> frames = clip.frames();
        Set<IntegrityFlag> flags = EnumSet.noneOf(IntegrityFlag.class);
        Map<String, Double> statistics = new TreeMap<>();
        new PictureChecks(frames).run(flags, statistics);
        if (frames.size() > 1) {
            CellSeries cells = new CellSeries(frames);
            new MotionChecks(frames, cells, flags, statistics).run(rotor);
            new TimeChecks(frames, cells, clip.facts()).run(flags, statistics);
            new NoiseReturn(frames, rotor).run(flags, statistics);
            new CoverCheck(frames, rotor).run(flags, statistics);
            List<GreyFrame> still = StillEdges.of(frames);
            new ViewCheck(still, shifts).run(flags, statistics);
        }
        return new GuardReport(flags, statistics);
    }
}
