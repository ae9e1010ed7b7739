package energy.registry.ops.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log. */
final class LogTail {
    /** A screenful. */
    private static final int LINES_MAX = 25;

    /** Enough for a screenful of long lines; logs themselves may be large. */
    private static final int BYTES_MAX = 32 * 1024;

    private LogTail() {}

    static String of(Path log) {
        if (!Files.exists(log)) {
            return "  (" + log + " was not written)";
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES_MAX);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
            return "  " + String.join("\n  ", last) + "\n  (the whole log: " + log + ")";
        } catch (IOException e) {
            return "  (" + log + " is not readable: " + e.getMessage() + ")";
        }
    }
}
