package energy.registry.web.adapter.document;

import energy.registry.web.port.office.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key that signs exports, made at its first use beside the platform's other keys: {@code office.key}, {@code office.pub}. */
public final class OfficeKey implements Signer {
    private static final String ALGORITHM = "Ed25519";
    private static final int PEM_LINE = 64;

    private final Path folder;

    public OfficeKey(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized byte[] sign(byte[] content) {
        try {
            make();
            byte[] encoded = Base64.getDecoder()
                    .decode(Files.readString(folder.resolve("office.key")).strip());
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            signature.update(content);
            return signature.sign();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key of exports cannot be used", broken);
        }
    }

    @Override
    public synchronized String publicKeyPem() {
        try {
            make();
            byte[] encoded = Base64.getDecoder()
                    .decode(Files.readString(folder.resolve("office.pub")).strip());
            String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key of exports cannot be made", broken);
        }
    }

    private void make() throws IOException, GeneralSecurityException {
        if (Files.exists(folder.resolve("office.pub"))) {
            return;
        }
        Files.createDirectories(folder);
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        write("office.key", pair.getPrivate().getEncoded());
        write("office.pub", pair.getPublic().getEncoded());
    }

    private void write(String name, byte[] encoded) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(folder, name, ".tmp", ownerOnly);
        Files.writeString(fresh, Base64.getEncoder().encodeToString(encoded) + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
