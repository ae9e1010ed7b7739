package energy.registry.vision.port;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.PictureSize;

/** Reads single pictures from files that a person sent. */
public interface PictureReader {
    /** Largest file, 8 MiB: a photograph of 9 million pixels at the best quality. */
    int BYTES_MAX = 8 << 20;

    /** What a file holds; anything else is refused with the reason. */
    sealed interface Answer {}

    /** @param frame the picture at the working size of clips */
    record Read(PictureSize size, ColourFrame frame) implements Answer {}

    record Refused(String reason) implements Answer {}

    /** Reads a JPEG or PNG picture; its size is looked at before anything is unpacked. */
    Answer read(byte[] file);
}
