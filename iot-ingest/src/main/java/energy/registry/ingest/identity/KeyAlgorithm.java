package energy.registry.ingest.identity;

import energy.registry.domain.identity.SigningKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The algorithms that a registered key may have. The algorithm is read off the key and off nothing else: the one
 * accepted encoding of each begins with fixed bytes (RFC 8410, RFC 5480), so that the same point cannot be read in two
 * ways.
 */
public enum KeyAlgorithm {
    ED25519("Ed25519", "302a300506032b6570032100", 44, true),
    /** ES256: ECDSA on P-256 with SHA-256. */
    SECP256R1("secp256r1", "3059301306072a8648ce3d020106082a8648ce3d03010703420004", 91, true),
    SECP256K1("secp256k1", "3056301006072a8648ce3d020106052b8104000a03420004", 88, false),
    BRAINPOOL_P256R1("brainpoolP256r1", "305a301406072a8648ce3d020106092b240303020801010703420004", 92, false),
    SECP384R1("secp384r1", "3076301006072a8648ce3d020106052b8104002203620004", 120, false),
    BRAINPOOL_P384R1("brainpoolP384r1", "307a301406072a8648ce3d020106092b240303020801010b03620004", 124, false),
    SECP192R1("secp192r1", "3049301306072a8648ce3d020106082a8648ce3d03010103320004", 75, false),
    SECP192K1("secp192k1", "3046301006072a8648ce3d020106052b8104001f03320004", 72, false);

    private final String curve;
    private final byte[] prefix;
    private final int length;
    private final boolean signsStatements;

    KeyAlgorithm(String curve, String prefix, int length, boolean signsStatements) {
        this.curve = curve;
        this.prefix = HexFormat.of().parseHex(prefix);
        this.length = length;
        this.signsStatements = signsStatements;
    }

    /** The curve's common name. */
    public String curve() {
        return curve;
    }

    /** Whether keys of this kind may sign statements; the others are of meters that sign records of their own form. */
    public boolean signsStatements() {
        return signsStatements;
    }

    public boolean isElliptic() {
        return this != ED25519;
    }

    /** Bytes of the bare point, without the mark of its form. */
    public int pointBytes() {
        return length - prefix.length;
    }

    /** The bare point of such a key: x and y, or the 32 bytes of an Edwards point. */
    public byte[] point(SigningKey key) {
        return Arrays.copyOfRange(key.encoded(), prefix.length, length);
    }

    /** The key whose bare point this is. */
    public SigningKey key(byte[] point) {
        byte[] encoded = Arrays.copyOf(prefix, length);
        System.arraycopy(point, 0, encoded, prefix.length, pointBytes());
        return SigningKey.of(encoded);
    }

    /** Empty for a key of any other algorithm, or in any other encoding. */
    public static Optional<KeyAlgorithm> of(SigningKey key) {
        byte[] encoded = key.encoded();
        for (KeyAlgorithm algorithm : values()) {
            byte[] prefix = algorithm.prefix;
            if (encoded.length == algorithm.length
                    && Arrays.equals(encoded, 0, prefix.length, prefix, 0, prefix.length)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
