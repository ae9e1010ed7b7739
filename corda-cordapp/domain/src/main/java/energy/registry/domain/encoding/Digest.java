package energy.registry.domain.encoding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A SHA-256 value: 32 bytes, shown as 64 lower-case hexadecimal digits. */
public final class Digest {
    public static final int LENGTH_BYTES = 32;

    /** Stands for "there is no predecessor" at the start of a chain. */
    public static final Digest ZERO = new Digest(new byte[LENGTH_BYTES]);

    private final byte[] value;

    private Digest(byte[] value) {
        this.value = value;
    }

    public static Digest of(byte[] raw) {
        if (raw.length != LENGTH_BYTES) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + raw.length);
        }
        return new Digest(raw.clone());
    }

    public static Digest parse(String hex) {
        return of(Hex.decode(hex));
    }

    /** SHA-256 over the concatenation of the parts. */
    public static Digest sha(byte[]... parts) {
        MessageDigest sha = newSha();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return new Digest(sha.digest());
    }

    private static MessageDigest newSha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest && MessageDigest.isEqual(value, ((Digest) other).value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return Hex.encode(value);
    }
}
