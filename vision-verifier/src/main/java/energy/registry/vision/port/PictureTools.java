package energy.registry.vision.port;

import energy.registry.vision.footage.ColourFrame;
import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.guard.Shift;
import java.util.List;

/** What a picture library does better than plain arithmetic. */
public interface PictureTools {
    /** Each picture's displacement against the first. */
    List<Shift> shifts(GreyFrame first, List<GreyFrame> others);

    /** Lossless file of a grey picture. */
    byte[] png(int width, int height, byte[] pixels);

    /** Picture file for people. */
    byte[] jpeg(ColourFrame frame);

    /** Name and version of the library, for the record. */
    String version();
}
