package energy.registry.ops.launcher;

import energy.registry.ops.backup.Archive;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.Stop;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code backup FILE [--data DIR] [--stop]}: all state of one system in one file. The stores of four ledger nodes, the
 * database and the clips agree with each other only while nothing moves, so that a running system is copied between
 * {@code down} and {@code up}, and only when asked.
 */
final class BackupCommand {
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    /** What the next start makes anew, or what says only that something runs. */
    private static final Set<String> REMADE = Set.of("run", "logs", "wildfly", "keycloak", "corda.lock");

    private final Launcher launcher;

    BackupCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    int run(List<String> arguments) throws IOException, UsageException {
        BackupArguments given = BackupArguments.parse(arguments, launcher.defaultData(), "--stop");
        DataFolder data = new DataFolder(given.data());
        if (!data.exists()) {
            throw new UsageException("nothing was ever started in " + data.path() + "; there is nothing to save");
        }
        Installation installation = launcher.installation(data, data.settings(OptionalInt.empty()));
        if (installation.externalDatabase().isPresent()) {
            throw new UsageException("the database is not the bundled one: a backup has to save "
                    + installation.database().url()
                    + " as well, with the means of its server, while the registry is down; then copy " + data.path());
        }
        boolean ran = !running(data).isEmpty();
        if (ran && !given.flag()) {
            throw new UsageException("the registry runs on " + data.path()
                    + "; say --stop, and it is stopped, copied and started again");
        }
        try {
            return save(data, given.file());
        } finally {
            if (ran) {
                new UpCommand(launcher, upAgain(data)).run();
            }
        }
    }

    private static List<RunRecord> running(DataFolder data) throws IOException {
        return data.run().all().stream().filter(RunRecord::alive).toList();
    }

    private static Options upAgain(DataFolder data) throws IOException, UsageException {
        DataFolder.Settings settings = data.settings(OptionalInt.empty());
        return new Options(data.path(), OptionalInt.empty(), settings.twin(), false);
    }

    private int save(DataFolder data, Path file) throws IOException, UsageException {
        try (FileLock held = data.lock()) {
            List<String> left =
                    new Stop(data.run(), launcher.progress()).stop(data.run().all());
            if (!left.isEmpty() || !held.isValid()) {
                launcher.err().println("Still running: " + String.join(", ", left) + "; nothing was saved.");
                return 1;
            }
            launcher.out().println("saving " + data.path() + " to " + file);
            int files = Archive.write(data.path(), BackupCommand::belongs, file);
            launcher.out()
                    .printf(
                            "Saved %,d files, %.1f MiB. It holds every key and password: keep it as you keep those.%n",
                            files, Files.size(file) / BYTES_PER_MEBIBYTE);
            return 0;
        }
    }

    /** All but what a start makes anew. */
    static boolean belongs(Path relative) {
        return !REMADE.contains(relative.getName(0).toString())
                && !relative.toString().matches("corda/[^/]+/logs");
    }
}
