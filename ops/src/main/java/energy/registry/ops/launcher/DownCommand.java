package energy.registry.ops.launcher;

import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.Stop;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.util.List;

/** {@code down}: stops what {@code up} recorded, the last started first, and nothing else on the machine. */
final class DownCommand {
    private final Launcher launcher;
    private final Options options;

    DownCommand(Launcher launcher, Options options) {
        this.launcher = launcher;
        this.options = options;
    }

    int run() throws IOException, UsageException {
        DataFolder data = new DataFolder(options.data());
        if (!Files.isDirectory(data.of("run"))) {
            launcher.out().println("Nothing was ever started in " + data.path() + ".");
            return 0;
        }
        try (FileLock held = data.lock()) {
            List<RunRecord> records = data.run().all();
            List<String> left = new Stop(data.run(), launcher.progress()).stop(records);
            if (left.isEmpty() && held.isValid()) {
                launcher.out().println(records.isEmpty() ? "Nothing runs." : "The registry is down.");
                return 0;
            }
            launcher.err().println("Still running: " + String.join(", ", left));
            return 1;
        }
    }
}
