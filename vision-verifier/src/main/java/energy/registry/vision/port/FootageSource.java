package energy.registry.vision.port;

import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.Region;
import java.nio.file.Path;
import java.util.Optional;

/** Decodes clips, within bounds of its own in time and memory. */
public interface FootageSource {
    /**
     * @param region the part of the picture to keep; empty for all of it
     * @param file one file, or a folder of pictures that follow each other by name
     * @param fpsWanted frames a second that suffice; faster clips are thinned out to no less
     * @param sequenceFps rate at which the pictures of a folder were taken; 0 for a file
     */
    record Request(Path file, Optional<Region> region, double fpsWanted, double sequenceFps) {
        public Request(Path file, Optional<Region> region, double fpsWanted) {
            this(file, region, fpsWanted, 0);
        }
    }

    /** Either a clip or the reason why there is none. */
    sealed interface Answer {}

    record Decoded(Clip clip) implements Answer {}

    record Refused(FootageRefusal reason, String detail) implements Answer {}

    Answer decode(Request request);

    /** Names and versions of the decoding software, for the record. */
    String version();
}
