package energy.registry.vision.adapter.storage;

import energy.registry.domain.identity.SigningKey;
import energy.registry.vision.application.SignAsVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The verifier's Ed25519 key: {@code <name>.key} (PKCS#8) and {@code <name>.pub} (SPKI), base64, mode 0600. */
public final class KeyFiles {
    private KeyFiles() {}

    /** Reads the key, or makes it when neither file is there yet. */
    public static SignAsVerifier open(Path folder, String name) throws IOException {
        Path secret = folder.resolve(name + ".key");
        Path open = folder.resolve(name + ".pub");
        try {
            if (!Files.exists(secret)) {
                Files.createDirectories(folder);
                KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                create(secret, made.getPrivate().getEncoded());
                create(open, made.getPublic().getEncoded());
            }
            return new SignAsVerifier(
                    SigningKey.of(read(open)),
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(read(secret))));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(secret + " holds no Ed25519 key in PKCS#8, base64", unreadable);
        }
    }

    private static void create(Path file, byte[] encoded) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException other) {
            throw new IOException(file + " exists without its other half; restore the pair or remove both", other);
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(encoded) + "\n", StandardCharsets.US_ASCII);
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).trim());
        } catch (IllegalArgumentException notBase64) {
            throw new IOException(file + " is not base64", notBase64);
        }
    }
}
