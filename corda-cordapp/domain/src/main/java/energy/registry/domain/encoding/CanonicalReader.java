package energy.registry.domain.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link CanonicalWriter} wrote and nothing else: a wrong tag, a short buffer, invalid UTF-8 or a byte too
 * many is a {@link MalformedRecordException} that names the field.
 */
public final class CanonicalReader {
    private final String tag;
    private final ByteBuffer in;

    public CanonicalReader(String tag, byte[] record) {
        this.tag = tag;
        this.in = ByteBuffer.wrap(record);
        String found = text("tag");
        if (!found.equals(tag)) {
            throw new MalformedRecordException(tag, "tag", "expected " + tag);
        }
    }

    public String text(String field) {
        need(field, 2);
        int length = in.getShort() & 0xFFFF;
        if (length > CanonicalWriter.TEXT_BYTES_MAX) {
            throw new MalformedRecordException(tag, field, "text of " + length + " bytes");
        }
        need(field, length);
        byte[] utf8 = new byte[length];
        in.get(utf8);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedRecordException(tag, field, "not UTF-8");
        }
    }

    public byte[] bytes(String field) {
        int length = i32(field);
        if (length < 0 || length > CanonicalWriter.BYTES_MAX) {
            throw new MalformedRecordException(tag, field, "length " + length);
        }
        need(field, length);
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    public int u8(String field) {
        need(field, 1);
        return in.get() & 0xFF;
    }

    /** A truth written as 1 or 0; anything else would be a second encoding. */
    public boolean flag(String field) {
        int value = u8(field);
        if (value > 1) {
            throw new MalformedRecordException(tag, field, "neither 0 nor 1: " + value);
        }
        return value == 1;
    }

    public int i32(String field) {
        need(field, 4);
        return in.getInt();
    }

    public long i64(String field) {
        need(field, 8);
        return in.getLong();
    }

    public Digest digest(String field) {
        need(field, Digest.LENGTH_BYTES);
        byte[] raw = new byte[Digest.LENGTH_BYTES];
        in.get(raw);
        return Digest.of(raw);
    }

    /** A count between 0 and {@code max}, refused before anything of that size is allocated. */
    public int count(String field, int max) {
        int value = i32(field);
        if (value < 0 || value > max) {
            throw new MalformedRecordException(tag, field, "count " + value + " is not within 0.." + max);
        }
        return value;
    }

    /** The constant at an ordinal that was written as {@code u8}. */
    public <E extends Enum<E>> E choice(String field, E[] constants) {
        int ordinal = u8(field);
        if (ordinal >= constants.length) {
            throw new MalformedRecordException(tag, field, "unknown code " + ordinal);
        }
        return constants[ordinal];
    }

    /** Refuses trailing bytes: two encodings of one record must not exist. */
    public void end() {
        if (in.hasRemaining()) {
            throw new MalformedRecordException(tag, "end", in.remaining() + " bytes too many");
        }
    }

    private void need(String field, int bytes) {
        if (in.remaining() < bytes) {
            throw new MalformedRecordException(tag, field, "record ends early");
        }
    }
}
