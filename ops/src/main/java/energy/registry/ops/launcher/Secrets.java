package energy.registry.ops.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Secrets made at the first start, one file each, readable by the owner alone. */
final class Secrets {
    /** 192 bits: out of reach of guessing, and a round number of base64 characters. */
    private static final int RANDOM_BYTES = 24;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path folder;
    private final SecureRandom random;

    Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The secret of this name, made now when it is asked for the first time. */
    String get(String name) throws IOException {
        return get(name, this::random);
    }

    String get(String name, Supplier<String> maker) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            write(file, maker.get() + "\n");
        }
        Files.setPosixFilePermissions(file, OWNER_ONLY);
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** A link to a whole file appears at once and never in another's place. */
    private void write(Path file, String text) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
        Path fresh = Files.createTempFile(folder, "new", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException made) {
            // Parts start side by side and ask for the same secret: the first one's holds, and every caller reads it.
        } finally {
            Files.delete(fresh);
        }
    }

    /** Letters, digits, '-' and '_' only: safe in every configuration file and address. */
    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
