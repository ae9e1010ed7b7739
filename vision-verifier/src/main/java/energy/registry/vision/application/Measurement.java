package energy.registry.vision.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.RotorState;
import energy.registry.vision.footage.Clip;
import energy.registry.vision.guard.FootagePrint;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.guard.RotorDisc;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.rotor.RotorReason;
import energy.registry.vision.rotor.RotorTrack;
import energy.registry.vision.rotor.StandingRotor;
import java.util.List;
import java.util.Optional;

/**
 * What one clip shows.
 *
 * @param track the rotor that was followed, even when it was not believed
 * @param standing the rotor that was shown to stand, when one was
 * @param reasons why the state is what it is
 */
public record Measurement(
        Digest sha256,
        long bytes,
        Nameplate nameplate,
        Clip clip,
        GuardReport guard,
        RotorState state,
        Optional<RotorTrack> track,
        Optional<StandingRotor> standing,
        List<RotorReason> reasons,
        Kymograph kymograph) {
    private static final double MICRO = 1e6;

    /** Rotor speed in millionths of a revolution a minute; 0 unless running. */
    public long microRpm() {
        return state == RotorState.RUNNING ? Math.round(track.orElseThrow().rpm() * MICRO) : 0;
    }

    /** Its standard uncertainty; of a standing rotor the speed that was not ruled out; 0 when nothing was concluded. */
    public long standardUncertaintyMicroRpm() {
        return switch (state) {
            case RUNNING -> Math.round(track.orElseThrow().standardUncertaintyRpm() * MICRO);
            case STOPPED -> Math.round(standing.orElseThrow().rpmMax() * MICRO);
            case INCONCLUSIVE -> 0;
        };
    }

    /** Blades that were counted; 0 when nothing was concluded. */
    public int blades() {
        return switch (state) {
            case RUNNING -> track.orElseThrow().blades();
            case STOPPED -> standing.orElseThrow().blades();
            case INCONCLUSIVE -> 0;
        };
    }

    /** What the clip shows, to know it again in other bytes. */
    public FootagePrint print() {
        return FootagePrint.of(
                clip.frames(), track.map(rotor -> new RotorDisc(rotor.hubX(), rotor.hubY(), rotor.radius())));
    }

    public List<String> integrityCodes() {
        return guard.flags().stream().map(Enum::name).toList();
    }

    public List<String> reasonCodes() {
        return reasons.stream().map(Enum::name).toList();
    }
}
