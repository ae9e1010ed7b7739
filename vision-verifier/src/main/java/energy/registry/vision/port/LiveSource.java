package energy.registry.vision.port;

import energy.registry.vision.footage.StreamRefusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Records a piece of a live stream, as it comes and without decoding it, within bounds of its own in time and bytes. */
public interface LiveSource {
    /** Longer than this is no clip. */
    Duration LENGTH_MAX = Duration.ofSeconds(60);

    /** As long as a camera may keep silent, at the beginning and between two pieces of its stream. */
    Duration SILENCE_MAX = Duration.ofSeconds(8);

    /** What is not there so long after the clip's length does not come any more. */
    Duration GRACE = Duration.ofSeconds(20);

    /** 64 MiB, as much as a clip may have. */
    long BYTES_MAX = 64L << 20;

    /**
     * @param address as it was commissioned
     * @param place where that address leads, found once: nothing else is connected to
     * @param length of the clip
     * @param target file that is written
     */
    record Request(URI address, InetSocketAddress place, Duration length, Path target) {}

    /** Either a file was written or there is a reason why not. */
    sealed interface Answer {}

    record Recorded(Path clip, long bytes) implements Answer {}

    record Refused(StreamRefusal reason, String detail) implements Answer {}

    Answer record(Request request) throws IOException;
}
