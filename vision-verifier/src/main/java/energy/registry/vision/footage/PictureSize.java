package energy.registry.vision.footage;

/** Size of a picture, pixels. */
public record PictureSize(int width, int height) {
    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("picture: " + width + " x " + height + " is no size");
        }
    }

    /** A region of a picture of this size, in another size of the same picture. */
    public Region carry(Region region, int toWidth, int toHeight) {
        double x = toWidth / (double) width;
        double y = toHeight / (double) height;
        int left = (int) Math.floor(region.x() * x);
        int top = (int) Math.floor(region.y() * y);
        int right = (int) Math.min(toWidth, Math.ceil((region.x() + region.width()) * x));
        int bottom = (int) Math.min(toHeight, Math.ceil((region.y() + region.height()) * y));
        return new Region(left, top, right - left, bottom - top);
    }
}
