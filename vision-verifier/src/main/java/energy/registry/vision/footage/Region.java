package energy.registry.vision.footage;

/** A rectangle of the source picture, in its pixels. */
public record Region(int x, int y, int width, int height) {
    public Region {
        if (x < 0 || y < 0 || width < 16 || height < 16) {
            throw new IllegalArgumentException("region: " + x + "," + y + "," + width + "," + height
                    + " is not accepted; give X,Y,W,H in pixels of the picture, at least 16 x 16");
        }
    }

    public boolean isInside(int pictureWidth, int pictureHeight) {
        return x + width <= pictureWidth && y + height <= pictureHeight;
    }
}
