package energy.registry.ingest.adapter.sparkplug;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The one command that a host sends: tell everything about yourself again. */
final class RebirthCommand {
    private static final String NAME = "Node Control/Rebirth";
    private static final int TYPE_BOOLEAN = 11;

    private RebirthCommand() {}

    static byte[] at(long epochMilli) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        bytes(metric, 1, NAME.getBytes(StandardCharsets.UTF_8));
        number(metric, 3, epochMilli);
        number(metric, 4, TYPE_BOOLEAN);
        number(metric, 14, 1);
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        number(payload, 1, epochMilli);
        bytes(payload, 2, metric.toByteArray());
        return payload.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (long) field << 3 | ProtoReader.LENGTH);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
