package energy.registry.ops.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The recorded half year, which lies beside the repository and is not part of it. */
final class KelmarshRecording {
    private static final Path FILE = Path.of("../../shared/data/wind/kelmarsh1_2021H1_10min.csv");

    private KelmarshRecording() {}

    static Path file() {
        Assumptions.assumeTrue(
                Files.exists(FILE), "skipped: the recording ../shared/data/wind is not beside the repository");
        return FILE;
    }

    static List<TelemetryRow> rows() throws UnusableInput, IOException {
        return TelemetryFile.read(file());
    }
}
