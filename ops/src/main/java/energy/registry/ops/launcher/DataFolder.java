package energy.registry.ops.launcher;

import energy.registry.ops.supervise.RunFolder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.Properties;

/** Everything that one running system writes lies below this folder. */
record DataFolder(Path path) {
    private static final String PORT_BASE = "port-base";
    private static final String TWIN = "twin";

    /** The system's own settings, kept because the ledger nodes' identities carry their ports. */
    record Settings(int portBase, boolean twin) {}

    Path of(String name) {
        return path.resolve(name);
    }

    Path log(String process) {
        return path.resolve("logs").resolve(process + ".log");
    }

    RunFolder run() {
        return new RunFolder(path.resolve("run"));
    }

    boolean runs(String process) {
        try {
            return run().running(process).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean exists() {
        return Files.exists(settingsFile());
    }

    /** Creates the folder for the owner's eyes only. */
    void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.getParent());
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        for (String folder : new String[] {"logs", "run"}) {
            Files.createDirectories(path.resolve(folder));
        }
    }

    /** One launcher at a time works on a data folder. */
    FileLock lock() throws IOException, UsageException {
        FileChannel channel =
                FileChannel.open(path.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new UsageException("another ops/registry command is at work on " + path + "; wait until it ends");
        }
        return lock;
    }

    /** Null when it is held, be it by another process or by another thread of this one. */
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    /** The settings of this folder, or those a new one would get. */
    Settings settings(OptionalInt wantedBase) throws IOException, UsageException {
        Properties kept = new Properties();
        if (exists()) {
            try (Reader reader = Files.newBufferedReader(settingsFile())) {
                kept.load(reader);
            }
        }
        int base = Integer.parseInt(kept.getProperty(PORT_BASE, String.valueOf(wantedBase.orElse(Ports.DEFAULT_BASE))));
        if (wantedBase.isPresent() && wantedBase.getAsInt() != base) {
            throw new UsageException("--port-base " + wantedBase.getAsInt() + " does not fit " + path
                    + ": it was made with " + base + ", and the ledger nodes' identities carry their ports;"
                    + " leave the option out or name another --data folder");
        }
        return new Settings(base, Boolean.parseBoolean(kept.getProperty(TWIN, "true")));
    }

    void keep(Settings settings) throws IOException {
        Properties kept = new Properties();
        kept.setProperty(PORT_BASE, String.valueOf(settings.portBase()));
        kept.setProperty(TWIN, String.valueOf(settings.twin()));
        try (Writer writer = Files.newBufferedWriter(settingsFile())) {
            kept.store(writer, "Kept by ops/registry");
        }
    }

    private Path settingsFile() {
        return path.resolve("settings.properties");
    }
}
