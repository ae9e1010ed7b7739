package energy.registry.ops.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips from files, handed out in turn: with one file, the same clip for every interval. */
final class GivenFootage implements Footage {
    /** What the verifier's door takes. */
    static final long CLIP_BYTES_MAX = 64L << 20;

    private final List<Path> files;
    private int next;

    GivenFootage(List<Path> files) throws UnusableInput, IOException {
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new UnusableInput("--video: " + file + " does not exist or cannot be read");
            }
            if (Files.size(file) > CLIP_BYTES_MAX) {
                throw new UnusableInput(
                        "--video: " + file + " is larger than " + (CLIP_BYTES_MAX >> 20) + " MiB; cut it");
            }
        }
        this.files = new ArrayList<>(files);
    }

    @Override
    public byte[] clip(RecordedInterval interval) throws IOException {
        return Files.readAllBytes(files.get(next++ % files.size()));
    }

    @Override
    public String describe() {
        return files.size() == 1 ? files.get(0).getFileName() + " for each interval" : files.size() + " files in turn";
    }
}
