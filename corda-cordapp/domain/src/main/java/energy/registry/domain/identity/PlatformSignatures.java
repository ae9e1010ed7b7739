package energy.registry.domain.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Signatures by the providers of the running Java platform (Ed25519 needs Java 15 or a provider that has it). */
public final class PlatformSignatures implements SignatureCheck {
    /** DER of the object identifier 1.3.101.112 (RFC 8410), found at this offset of an Ed25519 key. */
    private static final byte[] ED_OID = {0x06, 0x03, 0x2b, 0x65, 0x70};

    private static final int ED_OID_OFFSET = 4;

    @Override
    public boolean isValid(SigningKey key, byte[] message, byte[] signature) {
        try {
            boolean edwards = isEdwards(key.encoded());
            PublicKey publicKey = KeyFactory.getInstance(edwards ? "Ed25519" : "EC")
                    .generatePublic(new X509EncodedKeySpec(key.encoded()));
            Signature check = Signature.getInstance(edwards ? "Ed25519" : "SHA256withECDSA");
            check.initVerify(publicKey);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    /** Signs with an Ed25519 or P-256 private key of this platform. */
    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance("EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
    }

    private static boolean isEdwards(byte[] encoded) {
        if (encoded.length < ED_OID_OFFSET + ED_OID.length) {
            return false;
        }
        for (int i = 0; i < ED_OID.length; i++) {
            if (encoded[ED_OID_OFFSET + i] != ED_OID[i]) {
                return false;
            }
        }
        return true;
    }
}
