package energy.registry.vision.port;

import energy.registry.vision.footage.Clip;
import energy.registry.vision.footage.FootageRefusal;
import energy.registry.vision.footage.MarkedRegion;
import energy.registry.vision.footage.PictureSize;
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
     * @param markedOn size of the picture in whose pixels the region is given; empty for the clip's own
     */
    record Request(
            Path file, Optional<Region> region, double fpsWanted, double sequenceFps, Optional<PictureSize> markedOn) {
        public Request(Path file, Optional<Region> region, double fpsWanted, double sequenceFps) {
            this(file, region, fpsWanted, sequenceFps, Optional.empty());
        }

        public Request(Path file, Optional<Region> region, double fpsWanted) {
            this(file, region, fpsWanted, 0);
        }

        public static Request of(Path file, MarkedRegion marked, double fpsWanted) {
            return new Request(file, Optional.of(marked.region()), fpsWanted, 0, Optional.of(marked.on()));
        }

        /** The region in a clip of this size; all of it when none is asked for. */
        public Region regionIn(int width, int height) {
            Region wanted = region.orElse(new Region(0, 0, width, height));
            return markedOn.map(size -> size.carry(wanted, width, height)).orElse(wanted);
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
