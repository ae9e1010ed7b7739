package energy.registry.ops.verify;

import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is needed from a serialised component (AMQP 1.0 with Corda's schema): the kernel's records, which lie in it as
 * binary values in one piece, and the reference of an input. Nothing else of it is looked at; all of it is under the
 * transaction's id.
 */
public final class SerialisedState {
    private static final int BINARY_SHORT = 0xA0;
    private static final int BINARY_LONG = 0xB0;
    private static final int SMALL_INT = 0x54;
    private static final int INT = 0x71;
    private static final byte[] DESCRIBED_SYMBOL = {0x00, (byte) 0xA3};

    private final byte[] bytes;

    public SerialisedState(byte[] bytes) {
        this.bytes = bytes;
    }

    /** An output of an earlier transaction. */
    public record Reference(Digest txId, int index) {}

    /** Every binary value that starts with a kernel record's tag, in order. */
    public List<byte[]> records(String tag) {
        byte[] start = new CanonicalWriter(tag).toBytes();
        List<byte[]> records = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            byte[] value = binaryAt(at, start);
            if (value.length > 0) {
                records.add(value);
                at += value.length;
            }
            at++;
        }
        return records;
    }

    private byte[] binaryAt(int at, byte[] start) {
        int code = bytes[at] & 0xFF;
        int header = code == BINARY_SHORT ? 2 : 5;
        if (code != BINARY_SHORT && code != BINARY_LONG || at + header > bytes.length) {
            return new byte[0];
        }
        int length = code == BINARY_SHORT
                ? bytes[at + 1] & 0xFF
                : ByteBuffer.wrap(bytes, at + 1, 4).getInt();
        int from = at + header;
        if (length < start.length || length > bytes.length - from) {
            return new byte[0];
        }
        boolean tagged = Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
        return tagged ? Arrays.copyOfRange(bytes, from, from + length) : new byte[0];
    }

    /** The reference, where this component is one: a whole number followed by a hash of 32 bytes. */
    public Optional<Reference> reference() {
        for (int at = 0; at + 2 + Digest.LENGTH_BYTES <= bytes.length; at++) {
            if ((bytes[at] & 0xFF) == BINARY_SHORT && bytes[at + 1] == Digest.LENGTH_BYTES) {
                Digest txId = Digest.of(Arrays.copyOfRange(bytes, at + 2, at + 2 + Digest.LENGTH_BYTES));
                return indexBefore(at).map(index -> new Reference(txId, index));
            }
        }
        return Optional.empty();
    }

    /** The whole number that ends where the described hash before {@code at} begins. */
    private Optional<Integer> indexBefore(int at) {
        for (int i = at - DESCRIBED_SYMBOL.length; i >= 5; i--) {
            if (bytes[i] == DESCRIBED_SYMBOL[0] && bytes[i + 1] == DESCRIBED_SYMBOL[1]) {
                if ((bytes[i - 2] & 0xFF) == SMALL_INT) {
                    return Optional.of((int) bytes[i - 1]);
                }
                return (bytes[i - 5] & 0xFF) == INT
                        ? Optional.of(ByteBuffer.wrap(bytes, i - 4, 4).getInt())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
