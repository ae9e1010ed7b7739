package energy.registry.ingest.adapter.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Reads the two numbers of an ECDSA signature (RFC 3279, section 2.2.3) in the one form that DER allows: no longer
 * lengths, no leading zeros beyond the sign, nothing behind.
 */
final class StrictDer {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** Up to 384 bits a number, all lengths fit in seven bits. */
    private static final int LENGTH_MAX = 127;

    private final byte[] bytes;
    private int at;

    private StrictDer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when it has another form */
    static BigInteger[] numbers(byte[] signature) {
        StrictDer in = new StrictDer(signature);
        in.expect(SEQUENCE);
        if (in.length() != signature.length - in.at) {
            throw new IllegalArgumentException("the sequence is as long as the signature");
        }
        BigInteger[] numbers = {in.integer(), in.integer()};
        if (in.at != signature.length) {
            throw new IllegalArgumentException("nothing follows the second number");
        }
        return numbers;
    }

    private BigInteger integer() {
        expect(INTEGER);
        int length = length();
        if (length == 0 || at + length > bytes.length) {
            throw new IllegalArgumentException("a number has bytes");
        }
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        if (value[0] < 0 || length > 1 && value[0] == 0 && value[1] >= 0) {
            throw new IllegalArgumentException("a number is positive and has no needless zero");
        }
        return new BigInteger(value);
    }

    private void expect(int tag) {
        if (next() != tag) {
            throw new IllegalArgumentException("expected tag " + tag);
        }
    }

    private int length() {
        int length = next();
        if (length > LENGTH_MAX) {
            throw new IllegalArgumentException("lengths are short");
        }
        return length;
    }

    private int next() {
        if (at >= bytes.length) {
            throw new IllegalArgumentException("the signature breaks off");
        }
        return bytes[at++] & 0xFF;
    }
}
