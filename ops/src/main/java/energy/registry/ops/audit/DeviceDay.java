package energy.registry.ops.audit;

import java.time.LocalDate;
import java.util.Comparator;

/** One device on one UTC day. */
record DeviceDay(String deviceId, LocalDate day) implements Comparable<DeviceDay> {
    private static final Comparator<DeviceDay> ORDER =
            Comparator.comparing(DeviceDay::deviceId).thenComparing(DeviceDay::day);

    static DeviceDay of(Piece piece) {
        return new DeviceDay(piece.deviceId(), piece.day());
    }

    @Override
    public int compareTo(DeviceDay other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return deviceId + " on " + day;
    }
}
