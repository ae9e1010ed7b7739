package energy.registry.ingest.adapter.crypto;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.port.ClaimSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key {@code claims} of the data folder, made at the first start. */
public final class ClaimKey implements ClaimSigner {
    private static final String NAME = "claims";
    private static final FileAttribute<java.util.Set<java.nio.file.attribute.PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final PrivateKey secret;
    private final SigningKey key;

    private ClaimKey(PrivateKey secret, SigningKey key) {
        this.secret = secret;
        this.key = key;
    }

    /** @param folder of the platform's keys, {@code DATA/keys} */
    public static ClaimKey in(Path folder) throws IOException {
        Path secretFile = folder.resolve(NAME + ".key");
        Path publicFile = folder.resolve(NAME + ".pub");
        try {
            if (!Files.exists(secretFile)) {
                create(folder, secretFile, publicFile);
            }
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(read(secretFile)));
            return new ClaimKey(secret, SigningKey.of(read(publicFile)));
        } catch (GeneralSecurityException e) {
            throw new IOException(secretFile + " is no Ed25519 key in PKCS#8; restore it from a backup", e);
        }
    }

    /** The public half first: whoever finds the secret finds both. */
    private static void create(Path folder, Path secretFile, Path publicFile)
            throws GeneralSecurityException, IOException {
        Files.createDirectories(folder);
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(publicFile, pair.getPublic().getEncoded());
        write(secretFile, pair.getPrivate().getEncoded());
    }

    private static void write(Path file, byte[] key) throws IOException {
        try {
            Files.createFile(file, OWNER_ONLY);
        } catch (FileAlreadyExistsException left) {
            // a start that broke off between the two files left the public half; it is replaced
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardCharsets.US_ASCII);
    }

    private static byte[] read(Path file) throws IOException {
        return Base64.getDecoder()
                .decode(Files.readString(file, StandardCharsets.US_ASCII).trim());
    }

    @Override
    public KeySignature sign(GenerationClaim claim) {
        return new KeySignature(key.id(), PlatformSignatures.sign(secret, claim.encode()));
    }

    @Override
    public SigningKey key() {
        return key;
    }
}
