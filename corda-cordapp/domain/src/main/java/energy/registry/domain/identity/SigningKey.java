package energy.registry.domain.identity;

import energy.registry.domain.encoding.Digest;
import java.util.Arrays;

/**
 * A public key as it is registered: X.509 SubjectPublicKeyInfo (DER). The algorithm is a property of the key, never of a
 * message: Ed25519, or ECDSA on P-256 with SHA-256 (ES256, signature in DER).
 */
public final class SigningKey {
    /** 1 KiB: Ed25519 needs 44 bytes and P-256 91. */
    public static final int ENCODED_BYTES_MAX = 1_024;

    private final byte[] subjectPublicKeyInfo;

    private SigningKey(byte[] subjectPublicKeyInfo) {
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
    }

    public static SigningKey of(byte[] subjectPublicKeyInfo) {
        if (subjectPublicKeyInfo.length == 0 || subjectPublicKeyInfo.length > ENCODED_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a public key has 1.." + ENCODED_BYTES_MAX + " bytes, not " + subjectPublicKeyInfo.length);
        }
        return new SigningKey(subjectPublicKeyInfo.clone());
    }

    public byte[] encoded() {
        return subjectPublicKeyInfo.clone();
    }

    /** SHA-256 of the encoded key: the name by which records refer to it. */
    public Digest id() {
        return Digest.sha(subjectPublicKeyInfo);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey
                && Arrays.equals(subjectPublicKeyInfo, ((SigningKey) other).subjectPublicKeyInfo);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(subjectPublicKeyInfo);
    }

    @Override
    public String toString() {
        return "key " + id();
    }
}
