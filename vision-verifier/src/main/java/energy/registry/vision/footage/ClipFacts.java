package energy.registry.vision.footage;

/**
 * What the container says, next to what was found.
 *
 * @param scale size of the kept frames over that of the source
 * @param framesMissing frames that the container lists and that could not be decoded
 * @param cut whether the clip goes on after the last frame that was kept
 */
public record ClipFacts(
        String format,
        String codec,
        int sourceWidth,
        int sourceHeight,
        double declaredFps,
        int decodedFrames,
        int framesMissing,
        double seconds,
        double scale,
        boolean cut) {}
