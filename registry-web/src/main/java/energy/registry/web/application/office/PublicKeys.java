package energy.registry.web.application.office;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Public keys as people paste them: PEM, or the base64 between its lines. */
public final class PublicKeys {
    private static final int ORDER_BITS = 256; // P-256, the one curve of the registry's contract
    private static final int TEXT_MAX = 2_000; // a key of 1 KiB in base64, with PEM's lines

    private PublicKeys() {}

    /** The key's SubjectPublicKeyInfo in base64; empty when it is none, or of an algorithm the registry does not take. */
    public static Optional<String> read(String text) {
        if (text.length() > TEXT_MAX || text.contains("PRIVATE")) {
            return Optional.empty();
        }
        String plain = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(plain);
            return known("Ed25519", encoded) || known("EC", encoded)
                    ? Optional.of(Base64.getEncoder().encodeToString(encoded))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean known(String algorithm, byte[] encoded) {
        try {
            PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            boolean edwards = key instanceof EdECPublicKey;
            boolean curve =
                    key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == ORDER_BITS;
            return (edwards || curve) && java.util.Arrays.equals(key.getEncoded(), encoded);
        } catch (GeneralSecurityException otherAlgorithm) {
            return false;
        }
    }
}
