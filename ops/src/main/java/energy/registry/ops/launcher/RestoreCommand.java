package energy.registry.ops.launcher;

import energy.registry.ops.backup.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code restore FILE [--data DIR]}: makes a data folder from a backup. The folder must not exist, so that a restore
 * replaces nothing; it appears whole or not at all. The system keeps its port base, keys and passwords.
 */
final class RestoreCommand {
    private final Launcher launcher;

    RestoreCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(List<String> arguments) throws IOException, UsageException {
        BackupArguments given = BackupArguments.parse(arguments, launcher.defaultData(), "");
        if (!Files.isRegularFile(given.file())) {
            throw new UsageException(given.file() + " is not a file");
        }
        if (Files.exists(given.data())) {
            throw new UsageException(
                    given.data() + " exists; move it away first, or name another folder with --data DIR");
        }
        Files.createDirectories(given.data().getParent());
        Path partial = given.data().resolveSibling(given.data().getFileName() + ".restoring");
        delete(partial);
        try {
            int files = Archive.unpack(given.file(), partial);
            if (!new DataFolder(partial).exists()) {
                throw new IOException(given.file() + " holds no settings of a registry");
            }
            Files.move(partial, given.data(), StandardCopyOption.ATOMIC_MOVE);
            launcher.out()
                    .printf(
                            "Restored %,d files to %s. Start it:  ops/registry up --data %s%n",
                            files, given.data(), given.data());
            return 0;
        } finally {
            delete(partial);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
