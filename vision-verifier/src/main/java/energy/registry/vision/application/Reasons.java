package energy.registry.vision.application;

import energy.registry.vision.footage.GreyFrame;
import energy.registry.vision.guard.GuardReport;
import energy.registry.vision.rotor.Nameplate;
import energy.registry.vision.rotor.RotorReason;
import energy.registry.vision.rotor.RotorSpeedMeter;
import energy.registry.vision.rotor.RotorTrack;
import energy.registry.vision.rotor.StandingRotor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a clip's state is what it is, in the order in which a person would ask. */
final class Reasons {
    private Reasons() {}

    static List<RotorReason> of(
            List<GreyFrame> frames,
            Nameplate nameplate,
            Optional<RotorTrack> track,
            Optional<StandingRotor> standing,
            GuardReport guard) {
        List<RotorReason> reasons = new ArrayList<>();
        boolean trusted = guard.flags().isEmpty();
        if (!trusted) {
            reasons.add(RotorReason.FOOTAGE_NOT_TRUSTED);
        }
        if (frames.size() < RotorSpeedMeter.FRAMES_MIN) {
            reasons.add(RotorReason.TOO_FEW_FRAMES);
        } else if (standing.isPresent()) {
            stands(standing.get(), trusted, guard.isAlive(), reasons);
        } else if (track.isEmpty()) {
            reasons.add(RotorReason.NO_ROTOR_FOUND);
        } else if (!track.get().isAccepted()) {
            reasons.addAll(track.get().objections());
        } else if (!guard.wouldShowALoop()) {
            reasons.add(RotorReason.SCENE_NOT_SHOWN_ALIVE);
        } else if (trusted) {
            reasons.add(RotorReason.ROTOR_MEASURED);
            if (nameplate.isIdle(track.get().rpm())) {
                reasons.add(RotorReason.ROTOR_IDLING);
            }
        }
        return List.copyOf(reasons);
    }

    private static void stands(StandingRotor rotor, boolean trusted, boolean alive, List<RotorReason> reasons) {
        if (!alive) {
            reasons.add(RotorReason.SCENE_NOT_SHOWN_ALIVE);
        } else if (trusted) {
            reasons.add(RotorReason.ROTOR_SHOWN_STANDING);
            if (rotor.isFeathered()) {
                reasons.add(RotorReason.BLADES_FEATHERED);
            }
        }
    }
}
