package energy.registry.vision.footage;

/** A region that was marked on a picture of some size, and means the same part of every clip of that camera. */
public record MarkedRegion(PictureSize on, Region region) {}
