package energy.registry.ingest.plausibility;

import java.nio.ByteBuffer;

/** Reads what {@link StateOut} wrote. */
final class StateIn {
    private final ByteBuffer in;

    StateIn(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    long i64() {
        return in.getLong();
    }

    int i32() {
        return in.getInt();
    }

    float f32() {
        return in.getFloat();
    }

    double f64() {
        return in.getDouble();
    }

    float[] sparse(int length) {
        float[] values = new float[length];
        for (int left = in.getInt(); left > 0; left--) {
            values[in.get()] = in.getFloat();
        }
        return values;
    }
}
