package energy.registry.domain.device;

/** At this rotor speed the device delivers between {@code minW} and {@code maxW}; between points, linear. */
public final class CurvePoint {
    private final long milliRpm;
    private final long minW;
    private final long maxW;

    public CurvePoint(long milliRpm, long minW, long maxW) {
        if (milliRpm < 0 || minW > maxW) {
            throw new IllegalArgumentException("curve point " + milliRpm + " mrpm: " + minW + " .. " + maxW + " W");
        }
        this.milliRpm = milliRpm;
        this.minW = minW;
        this.maxW = maxW;
    }

    public long milliRpm() {
        return milliRpm;
    }

    public long minW() {
        return minW;
    }

    public long maxW() {
        return maxW;
    }
}
