package energy.registry.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the canonical form of a record: big-endian integers, length-prefixed text and bytes, fields in declared order.
 *
 * <p>Layout, byte for byte: {@code tag} and {@code text} are an unsigned 16-bit length followed by UTF-8 bytes; {@code
 * bytes} an unsigned 32-bit length (at most {@link #BYTES_MAX}) and the bytes; {@code u8}, {@code i32}, {@code i64} are
 * big-endian two's complement; {@code digest} is 32 raw bytes. There is no padding and no optional field.
 */
public final class CanonicalWriter {
    /** 1 MiB: a statement with a day of readings is below 10 kB; anything near this is not ours. */
    public static final int BYTES_MAX = 1 << 20;

    /** Longest text in UTF-8 bytes: names and reasons are short, and the length is an unsigned 16-bit field. */
    public static final int TEXT_BYTES_MAX = 4_096;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    /** Starts a record with its type and version, so that bytes of one kind can never be read as another. */
    public CanonicalWriter(String tag) {
        text(tag);
    }

    public CanonicalWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > TEXT_BYTES_MAX) {
            throw new IllegalArgumentException("text of " + utf8.length + " bytes exceeds " + TEXT_BYTES_MAX);
        }
        out.write(utf8.length >>> 8);
        out.write(utf8.length);
        out.write(utf8, 0, utf8.length);
        return this;
    }

    public CanonicalWriter bytes(byte[] value) {
        if (value.length > BYTES_MAX) {
            throw new IllegalArgumentException(value.length + " bytes exceed " + BYTES_MAX);
        }
        i32(value.length);
        out.write(value, 0, value.length);
        return this;
    }

    public CanonicalWriter u8(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("not an unsigned byte: " + value);
        }
        out.write(value);
        return this;
    }

    public CanonicalWriter i32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
        return this;
    }

    public CanonicalWriter i64(long value) {
        i32((int) (value >>> 32));
        return i32((int) value);
    }

    public CanonicalWriter digest(Digest value) {
        byte[] raw = value.bytes();
        out.write(raw, 0, raw.length);
        return this;
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
