package energy.registry.ingest.adapter.sparkplug;

import java.nio.charset.StandardCharsets;

/** Reads the wire form of protocol buffers within the bytes that there are; never recurses. */
final class ProtoReader {
    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int LENGTH = 2;
    static final int FIXED_32 = 5;

    private static final int VARINT_BYTES_MAX = 10;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int tag;

    ProtoReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Moves to the next field; false at the end. */
    boolean next() {
        if (at >= end) {
            return false;
        }
        long value = varint();
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw malformed("a field has a number");
        }
        tag = (int) value;
        return true;
    }

    int field() {
        return tag >>> 3;
    }

    int kind() {
        return tag & 7;
    }

    long varint() {
        long value = 0;
        for (int i = 0; i < VARINT_BYTES_MAX; i++) {
            byte next = take();
            value |= (long) (next & 0x7F) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number ends");
    }

    long fixed(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) (take() & 0xFF) << 8 * i;
        }
        return value;
    }

    String text(int charsMax) {
        int length = length();
        if (length > charsMax) {
            throw malformed("a name has at most " + charsMax + " bytes");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** A message inside this one. */
    ProtoReader message() {
        int length = length();
        ProtoReader inner = new ProtoReader(bytes, at, at + length);
        at += length;
        return inner;
    }

    void skip() {
        switch (kind()) {
            case VARINT -> varint();
            case FIXED_64 -> fixed(8);
            case FIXED_32 -> fixed(4);
            case LENGTH -> message();
            default -> throw malformed("groups are not used");
        }
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw malformed("a field lies within its message");
        }
        return (int) length;
    }

    private byte take() {
        if (at >= end) {
            throw malformed("the message breaks off");
        }
        return bytes[at++];
    }

    private static IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(what);
    }
}
