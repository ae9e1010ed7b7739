package energy.registry.vision.footage;

/** A key frame as planar YUV 4:2:0 of even size, brightness first. */
public record ColourFrame(int width, int height, byte[] planes, long timestampMicros) {}
