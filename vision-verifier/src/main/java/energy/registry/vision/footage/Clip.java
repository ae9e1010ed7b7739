package energy.registry.vision.footage;

import java.util.List;

/** A decoded clip at working size: what is measured, what a person will look at, and the container's facts. */
public record Clip(List<GreyFrame> frames, List<ColourFrame> keyFrames, ClipFacts facts) {
    public Clip {
        frames = List.copyOf(frames);
        keyFrames = List.copyOf(keyFrames);
    }
}
