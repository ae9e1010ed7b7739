package energy.registry.vision.footage;

/** One picture: brightness by rows, 0 to 255 as unsigned bytes, with its presentation time. The array is shared. */
public record GreyFrame(int width, int height, byte[] pixels, long timestampMicros) {
    public GreyFrame {
        if (width <= 0 || height <= 0 || pixels.length != width * height) {
            throw new IllegalArgumentException("a frame of " + width + " x " + height + " has " + width * height
                    + " pixels, not " + pixels.length);
        }
    }

    public int at(int index) {
        return pixels[index] & 0xff;
    }
}
