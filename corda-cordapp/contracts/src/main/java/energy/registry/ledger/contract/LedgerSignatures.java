package energy.registry.ledger.contract;

import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import net.corda.core.crypto.Crypto;

/** Signatures of meters and verifiers by the ledger's own cryptography, the same on every node: Ed25519 and P-256. */
public final class LedgerSignatures implements SignatureCheck {
    @Override
    public boolean isValid(SigningKey key, byte[] message, byte[] signature) {
        try {
            return check(key, message, signature);
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            return false;
        }
    }

    /** Declares what the platform throws without saying so. */
    private static boolean check(SigningKey key, byte[] message, byte[] signature)
            throws InvalidKeySpecException, SignatureException {
        PublicKey publicKey = Crypto.decodePublicKey(key.encoded());
        return Crypto.isValid(Crypto.findSignatureScheme(publicKey), publicKey, signature, message);
    }
}
