package energy.registry.domain.identity;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;

/** A signature together with the id of the key that made it. */
public final class KeySignature {
    /** 256 bytes: Ed25519 needs 64, P-256 in DER at most 72. */
    public static final int SIGNATURE_BYTES_MAX = 256;

    private final Digest keyId;
    private final byte[] signature;

    public KeySignature(Digest keyId, byte[] signature) {
        if (signature.length == 0 || signature.length > SIGNATURE_BYTES_MAX) {
            throw new IllegalArgumentException("a signature has 1.." + SIGNATURE_BYTES_MAX + " bytes");
        }
        this.keyId = keyId;
        this.signature = signature.clone();
    }

    public Digest keyId() {
        return keyId;
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** Whether this is {@code key}'s signature over {@code message}. */
    public boolean isBy(SigningKey key, byte[] message, SignatureCheck check) {
        return keyId.equals(key.id()) && check.isValid(key, message, signature);
    }

    public void write(CanonicalWriter out) {
        out.digest(keyId).bytes(signature);
    }

    public static KeySignature read(CanonicalReader in) {
        return new KeySignature(in.digest("keyId"), in.bytes("signature"));
    }
}
