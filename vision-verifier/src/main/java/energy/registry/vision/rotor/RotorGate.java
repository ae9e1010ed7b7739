package energy.registry.vision.rotor;

import java.util.EnumSet;
import java.util.Set;

/** The conditions under which a tracked rotor is believed; each limit with its physics. */
final class RotorGate {
    /** Between accepted and rejected runs on real and rendered clips there is a gap around this. */
    static final double COHERENCE_MIN = 0.80;

    static final double RUNNER_UP_MAX = 0.80;

    /** Half a disc alone has 0.64. */
    static final double LOPSIDED_MAX = 0.60;

    /** From here on a disc may fit several blade counts; then the next best count has to be well behind. */
    static final double LOPSIDED_TO_ASK = 0.40;

    /** Of the one halved disc looked at it was 0.63, of two whole ones brighter on one side 0.51 and 0.56: some whole ones are lost. */
    static final double RUNNER_UP_LOPSIDED_MAX = 0.60;

    /** Degrees of rotor: real clips show less than 1, an encoder that leaves the rotor behind 6, a wrong hub tens. */
    static final double RESIDUAL_DEGREES_MAX = 5;

    static final double METHODS_DIFFER_MAX = 0.03;

    /** In gusts the spectrum shows some moment's speed; the methods may differ by as much as the speed varies. */
    static final double VARIATION_ALLOWED_MAX = 0.10;

    /** Two passes cannot separate the rotor from its background's drift. */
    static final double PASSES_MIN = 2.5;

    static final double SLIPS_MAX = 0.02;

    /** Part of a pass that the angle may leap: a gust of 20 % makes 0.05 in a third of a second, a missing piece any. */
    static final double LEAP_MAX = 0.15;

    /** Passes per frame: half would be Nyquist's limit, the rest is margin. */
    static final double PASSES_PER_FRAME_MAX = 0.4;

    /** A standing picture is one of a rotor at rest only where no permitted speed comes near to the frame rate. */
    static final double STROBE_PART = 0.9;

    static final double RADIUS_PIXELS_MIN = 6;

    /** Slower than at work, where clouds too turn now and then, more is asked for. */
    static final double IDLE_PASSES_MIN = 3;

    static final double IDLE_COHERENCE_MIN = 0.85;

    private final Nameplate nameplate;
    private final double frameRate;
    private final double freshPart;

    /** @param freshPart the part of the frames that the angle rests on: they alone tell its speed from others */
    RotorGate(Nameplate nameplate, double frameRate, double freshPart) {
        this.nameplate = nameplate;
        this.frameRate = frameRate;
        this.freshPart = freshPart;
    }

    Set<RotorReason> objections(RotorTrack track) {
        Set<RotorReason> found = EnumSet.noneOf(RotorReason.class);
        double hertz = track.rpm() * track.blades() / 60;
        boolean idle = nameplate.isIdle(track.rpm());
        add(found, track.passes() < (idle ? IDLE_PASSES_MIN : PASSES_MIN), RotorReason.TOO_FEW_PASSES);
        double coherence = idle ? IDLE_COHERENCE_MIN : COHERENCE_MIN;
        add(found, track.coherence() < coherence, RotorReason.PHASES_INCOHERENT);
        add(found, track.runnerUp() > RUNNER_UP_MAX, RotorReason.BLADE_COUNT_AMBIGUOUS);
        add(found, !nameplate.allowsBlades(track.blades()), RotorReason.BLADE_COUNT_DIFFERS);
        add(found, isPartlyHidden(track), RotorReason.ROTOR_PARTLY_HIDDEN);
        add(found, track.residualDegrees() > RESIDUAL_DEGREES_MAX, RotorReason.TURNING_UNSTEADY);
        add(found, track.slips() > SLIPS_MAX || track.leap() > LEAP_MAX, RotorReason.PHASE_SLIPS);
        double differ = Math.abs(track.spectralRpm() / track.rpm() - 1);
        double allowed = METHODS_DIFFER_MAX + Math.min(VARIATION_ALLOWED_MAX, track.variation());
        add(found, !(differ <= allowed), RotorReason.METHODS_DISAGREE);
        add(found, hertz > PASSES_PER_FRAME_MAX * frameRate, RotorReason.FRAME_RATE_TOO_LOW);
        add(found, !nameplate.allowsSpeed(track.rpm()), RotorReason.SPEED_OUTSIDE_NAMEPLATE);
        add(found, !nameplate.allowsSense(track.sense()), RotorReason.SENSE_DIFFERS);
        add(found, track.radius() < RADIUS_PIXELS_MIN, RotorReason.ROTOR_TOO_SMALL);
        boolean alias = hasAlias(track, hertz, frameRate)
                || hasAlias(track, hertz, frameRate * freshPart)
                || mayBeFolded(track, hertz, frameRate);
        add(found, alias, RotorReason.ALIAS_POSSIBLE);
        return found;
    }

    private static boolean isPartlyHidden(RotorTrack track) {
        return track.lopsided() > LOPSIDED_MAX
                || track.lopsided() > LOPSIDED_TO_ASK && track.runnerUp() > RUNNER_UP_LOPSIDED_MAX;
    }

    private static void add(Set<RotorReason> found, boolean holds, RotorReason reason) {
        if (holds) {
            found.add(reason);
        }
    }

    /**
     * Whether four or five blades, where nobody knows how many there are, may be the folded second harmonic of a rotor of
     * two or three that turns as fast as is permitted: one of twice three may be seen as five.
     */
    private boolean mayBeFolded(RotorTrack track, double hertz, double rate) {
        if (nameplate.blades() != 0 || track.blades() <= 3) {
            return false;
        }
        for (int blades = 2; blades <= 3; blades++) {
            boolean near = Math.abs(2 * blades - track.blades()) <= 1;
            for (int k = 1; near && (k * rate - hertz) * 30 / blades <= nameplate.rpmMax(); k++) {
                if (nameplate.allowsSpeed((k * rate - hertz) * 30 / blades)
                        || nameplate.allowsSpeed((k * rate + hertz) * 30 / blades)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Another speed that gives the same pictures: whole frame rates away, or mirrored in them with the sense reversed. */
    private boolean hasAlias(RotorTrack track, double hertz, double rate) {
        for (int k = 1; k <= 64 && (k * rate - hertz) * 60 / track.blades() <= nameplate.rpmMax(); k++) {
            double same = (k * rate + hertz) * 60 / track.blades();
            double mirrored = (k * rate - hertz) * 60 / track.blades();
            if (nameplate.allowsSpeed(same) && nameplate.allowsSense(track.sense())
                    || nameplate.allowsSpeed(mirrored) && nameplate.allowsSense(-track.sense())) {
                return true;
            }
        }
        return false;
    }
}
