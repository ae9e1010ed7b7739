package energy.registry.vision.application;

import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import java.security.PrivateKey;

/** The verifier's own key: what it signs is its word. */
public final class SignAsVerifier {
    private final SigningKey publicKey;
    private final PrivateKey privateKey;

    public SignAsVerifier(SigningKey publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    public SigningKey key() {
        return publicKey;
    }

    public KeySignature signature(byte[] message) {
        return new KeySignature(publicKey.id(), PlatformSignatures.sign(privateKey, message));
    }

    public SignedRecord sign(byte[] record) {
        return new SignedRecord(record, signature(record));
    }

    public boolean isMine(SignedRecord record) {
        return record.isSignedBy(publicKey, new PlatformSignatures());
    }
}
