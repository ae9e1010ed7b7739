package energy.registry.ledger.state;

import energy.registry.domain.identity.SigningKey;
import java.security.PublicKey;
import net.corda.core.crypto.Crypto;

/** The ledger's keys as the kernel names them. */
public final class Keys {
    private Keys() {}

    public static SigningKey kernelKey(PublicKey key) {
        return SigningKey.of(key.getEncoded());
    }

    public static PublicKey ledgerKey(SigningKey key) {
        return Crypto.decodePublicKey(key.encoded());
    }

    /** SHA-256 of the encoded key in hexadecimal. */
    public static String idOf(PublicKey key) {
        return kernelKey(key).id().toString();
    }
}
