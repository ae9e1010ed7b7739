package energy.registry.ops.device;

import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that belongs to a meter or a camera and never leaves its folder. */
public final class DeviceKey {
    private final PrivateKey secret;
    private final SigningKey open;

    private DeviceKey(PrivateKey secret, SigningKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** The key {@code name} of a folder; made at the first use and kept in files that only their owner reads. */
    public static DeviceKey in(Path folder, String name) throws IOException {
        Path secretFile = folder.resolve(name + ".key");
        Path openFile = folder.resolve(name + ".pub");
        if (!Files.exists(openFile)) {
            create(folder, secretFile, openFile);
        }
        return new DeviceKey(privateKey(read(secretFile)), SigningKey.of(read(openFile)));
    }

    public SigningKey open() {
        return open;
    }

    public SignedRecord sign(byte[] record) {
        return new SignedRecord(record, new KeySignature(open.id(), PlatformSignatures.sign(secret, record)));
    }

    /** The public file is written last: where it exists, the secret one is complete. */
    private static void create(Path folder, Path secretFile, Path openFile) throws IOException {
        Files.createDirectories(folder);
        KeyPair pair = generate();
        write(secretFile, pair.getPrivate().getEncoded());
        write(openFile, pair.getPublic().getEncoded());
    }

    private static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    private static void write(Path file, byte[] encoded) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Json.base(encoded) + "\n", StandardOpenOption.SYNC);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] read(Path file) throws IOException {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " holds no base64; restore it from a backup or remove the pair of files", e);
        }
    }

    private static PrivateKey privateKey(byte[] encoded) throws IOException {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key file holds no Ed25519 key in PKCS#8", e);
        }
    }
}
