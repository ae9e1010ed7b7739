package energy.registry.domain.claim;

import energy.registry.domain.evidence.RotorState;
import energy.registry.domain.evidence.VisionVerdict;
import java.util.Optional;

/** A rotor's mean speed over one clip with its standard uncertainty (GUM, k = 1); speed 0 is a rotor shown to stand. */
public final class RotorSpeed {
    private final long microRpm;
    private final long standardUncertaintyMicroRpm;

    /** Both in millionths of a revolution a minute. */
    public RotorSpeed(long microRpm, long standardUncertaintyMicroRpm) {
        if (microRpm < 0 || standardUncertaintyMicroRpm < 0) {
            throw new IllegalArgumentException(
                    "rotor speed: " + microRpm + " +- " + standardUncertaintyMicroRpm + " is negative");
        }
        this.microRpm = microRpm;
        this.standardUncertaintyMicroRpm = standardUncertaintyMicroRpm;
    }

    /** The speed that a verdict may be relied on for: none when anything speaks against its footage, or nothing was seen. */
    public static Optional<RotorSpeed> trustedIn(VisionVerdict verdict) {
        if (!verdict.integrity().isEmpty() || verdict.state() == RotorState.INCONCLUSIVE) {
            return Optional.empty();
        }
        long speed = verdict.state() == RotorState.STOPPED ? 0 : verdict.rotorMicroRpm();
        return Optional.of(new RotorSpeed(speed, verdict.rotorStandardUncertaintyMicroRpm()));
    }

    public long microRpm() {
        return microRpm;
    }

    public long standardUncertaintyMicroRpm() {
        return standardUncertaintyMicroRpm;
    }
}
