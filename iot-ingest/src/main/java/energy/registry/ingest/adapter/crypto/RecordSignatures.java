package energy.registry.ingest.adapter.crypto;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Checks signatures in pure Java, for every algorithm that a key may have. It is the fallback where no native code
 * loads, and the only one that knows the curves of calibrated meters.
 */
public final class RecordSignatures implements SignatureCheck {
    private static final int EDWARDS_SIGNATURE_BYTES = 64;
    private static final Map<KeyAlgorithm, ECDomainParameters> CURVES = curves();

    private final boolean statementsOnly;

    private RecordSignatures(boolean statementsOnly) {
        this.statementsOnly = statementsOnly;
    }

    /** For statements: Ed25519 and ES256 alone, signatures in their standard form alone. */
    public static RecordSignatures ofStatements() {
        return new RecordSignatures(true);
    }

    /** For meters' own records: every known curve; r and s may also stand bare, one after the other. */
    public static RecordSignatures ofMeters() {
        return new RecordSignatures(false);
    }

    private static Map<KeyAlgorithm, ECDomainParameters> curves() {
        Map<KeyAlgorithm, ECDomainParameters> curves = new EnumMap<>(KeyAlgorithm.class);
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (algorithm.isElliptic()) {
                X9ECParameters fast = CustomNamedCurves.getByName(algorithm.curve());
                curves.put(
                        algorithm,
                        new ECDomainParameters(fast == null ? ECNamedCurveTable.getByName(algorithm.curve()) : fast));
            }
        }
        return curves;
    }

    @Override
    public boolean isValid(SigningKey key, byte[] message, byte[] signature) {
        KeyAlgorithm algorithm = KeyAlgorithm.of(key).orElse(null);
        if (algorithm == null || statementsOnly && !algorithm.signsStatements()) {
            return false;
        }
        try {
            return algorithm.isElliptic()
                    ? elliptic(algorithm, key, message, signature)
                    : edwards(key, message, signature);
        } catch (IllegalArgumentException notOfThatForm) {
            return false;
        }
    }

    private static boolean edwards(SigningKey key, byte[] message, byte[] signature) {
        if (signature.length != EDWARDS_SIGNATURE_BYTES) {
            return false;
        }
        Ed25519Signer check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(KeyAlgorithm.ED25519.point(key)));
        check.update(message, 0, message.length);
        return check.verifySignature(signature);
    }

    private boolean elliptic(KeyAlgorithm algorithm, SigningKey key, byte[] message, byte[] signature) {
        ECDomainParameters curve = CURVES.get(algorithm);
        BigInteger[] numbers = numbers(algorithm, signature);
        ECDSASigner check = new ECDSASigner();
        check.init(false, new ECPublicKeyParameters(curve.getCurve().decodePoint(marked(algorithm.point(key))), curve));
        return check.verifySignature(Digest.sha(message).bytes(), numbers[0], numbers[1]);
    }

    private BigInteger[] numbers(KeyAlgorithm algorithm, byte[] signature) {
        if (!statementsOnly && signature.length == algorithm.pointBytes()) {
            int half = signature.length / 2;
            return new BigInteger[] {
                new BigInteger(1, Arrays.copyOf(signature, half)),
                new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length))
            };
        }
        return StrictDer.numbers(signature);
    }

    private static byte[] marked(byte[] point) {
        byte[] marked = new byte[point.length + 1];
        marked[0] = 4;
        System.arraycopy(point, 0, marked, 1, point.length);
        return marked;
    }

    /**
     * Reads a key as it was sent for enrolment: X.509 SubjectPublicKeyInfo, or a bare point. A bare point lies on one of
     * the curves of its size only, which tells its algorithm without asking the sender.
     *
     * @throws IllegalArgumentException naming what is accepted
     */
    public static SigningKey read(byte[] sent) {
        if (sent.length > 0 && sent.length <= SigningKey.ENCODED_BYTES_MAX) {
            SigningKey asSent = SigningKey.of(sent);
            KeyAlgorithm algorithm = KeyAlgorithm.of(asSent).orElse(null);
            if (algorithm != null && (!algorithm.isElliptic() || isOn(algorithm, algorithm.point(asSent)))) {
                return asSent;
            }
            byte[] point = sent[0] == 4 && sent.length % 2 == 1 ? Arrays.copyOfRange(sent, 1, sent.length) : sent;
            for (KeyAlgorithm candidate : CURVES.keySet()) {
                if (point.length == candidate.pointBytes() && isOn(candidate, point)) {
                    return candidate.key(point);
                }
            }
        }
        throw new IllegalArgumentException("key: this is no key of a known algorithm; send the SubjectPublicKeyInfo of"
                + " an Ed25519 or P-256 key, or of a calibrated meter's curve, in base64");
    }

    private static boolean isOn(KeyAlgorithm algorithm, byte[] point) {
        try {
            return CURVES.get(algorithm).getCurve().decodePoint(marked(point)).isValid();
        } catch (IllegalArgumentException offTheCurve) {
            return false;
        }
    }
}
