package energy.registry.ingest.adapter.crypto;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.port.AgentKeys;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ed25519 keys in files for their owner alone, two a meter, named by the digest of the meter's id. */
public final class AgentKeyFolder implements AgentKeys {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final Map<String, Pair> pairs = new ConcurrentHashMap<>();

    private record Pair(PrivateKey secret, SigningKey key) {}

    /** @param folder {@code DATA/keys/agent} */
    public AgentKeyFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public SigningKey keyOf(String meterId) throws IOException {
        return pair(meterId).key();
    }

    @Override
    public KeySignature sign(String meterId, byte[] message) throws IOException {
        Pair pair = pair(meterId);
        return new KeySignature(pair.key().id(), PlatformSignatures.sign(pair.secret(), message));
    }

    private synchronized Pair pair(String meterId) throws IOException {
        Pair known = pairs.get(meterId);
        if (known != null) {
            return known;
        }
        String name = Digest.sha(meterId.getBytes(StandardCharsets.UTF_8)).toString();
        Path secretFile = folder.resolve(name + ".key");
        Path publicFile = folder.resolve(name + ".pub");
        try {
            if (!Files.exists(secretFile)) {
                create(secretFile, publicFile);
            }
            Pair read = new Pair(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(read(secretFile))),
                    SigningKey.of(read(publicFile)));
            pairs.put(meterId, read);
            return read;
        } catch (GeneralSecurityException e) {
            throw new IOException(secretFile + " is no Ed25519 key in PKCS#8; restore it from a backup", e);
        }
    }

    /** The public half first: whoever finds the secret finds both. */
    private void create(Path secretFile, Path publicFile) throws GeneralSecurityException, IOException {
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
}
