package energy.registry.ledger.contract;

import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.crypto.Crypto;

/** Signatures of meters and verifiers by the ledger's own cryptography, the same on every node: Ed25519 and P-256. */
public final class LedgerSignatures implements SignatureCheck {
    /**
     * Keys kept decoded: a point is decompressed and its tables are built once, not once for each signature. Decoding is a
     * function of the bytes alone, so that remembering its result changes no verdict. About 2 kB each.
     */
    private static final int DECODED_MAX = 2_048;

    private static final Map<SigningKey, PublicKey> DECODED =
            Collections.synchronizedMap(new LinkedHashMap<SigningKey, PublicKey>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<SigningKey, PublicKey> eldest) {
                    return size() > DECODED_MAX;
                }
            });

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
        PublicKey publicKey = DECODED.get(key);
        if (publicKey == null) {
            publicKey = Crypto.decodePublicKey(key.encoded());
            DECODED.put(key, publicKey);
        }
        return Crypto.isValid(Crypto.findSignatureScheme(publicKey), publicKey, signature, message);
    }
}
