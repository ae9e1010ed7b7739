package energy.registry.ingest.plausibility;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a history's state; the platform's exact binary form of numbers, so that what is read back is bit for bit the same. */
final class StateOut {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Write {
        void go() throws IOException;
    }

    private StateOut put(Write write) {
        try {
            write.go();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    StateOut i64(long value) {
        return put(() -> out.writeLong(value));
    }

    StateOut i32(int value) {
        return put(() -> out.writeInt(value));
    }

    StateOut f32(float value) {
        return put(() -> out.writeFloat(value));
    }

    StateOut f64(double value) {
        return put(() -> out.writeDouble(value));
    }

    /** Only the places that are not zero: most bins of a day are empty. */
    StateOut sparse(float[] values) {
        int filled = 0;
        for (float value : values) {
            filled += value == 0 ? 0 : 1;
        }
        i32(filled);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int place = i;
                put(() -> out.writeByte(place));
                f32(values[i]);
            }
        }
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
