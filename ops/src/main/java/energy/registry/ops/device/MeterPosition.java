package energy.registry.ops.device;

import energy.registry.domain.encoding.Digest;

/**
 * Where a meter's chain of statements stands: what the next statement has to continue.
 *
 * @param lastEndEpochSecond end of the last stated interval; {@link #NONE} before the first
 * @param previous digest of the last signed statement
 */
public record MeterPosition(int epoch, long nextSequence, long registerWh, long lastEndEpochSecond, Digest previous) {
    public static final long NONE = Long.MIN_VALUE;

    static final MeterPosition START = new MeterPosition(0, 0, 0, NONE, Digest.ZERO);

    public boolean isBefore(MeterPosition other) {
        return epoch < other.epoch || epoch == other.epoch && nextSequence < other.nextSequence;
    }
}
