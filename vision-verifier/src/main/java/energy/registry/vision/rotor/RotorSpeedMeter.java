package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rotor in a clip and measures its speed: frequencies from the spectrum, at each of them the phase vortex, at
 * each vortex the angle frame by frame.
 */
public final class RotorSpeedMeter {
    /** Fewer frames hold no three passes at any permitted rate. */
    public static final int FRAMES_MIN = 16;

    private static final int TRACKS_MAX = 4;

    /** Half resolution is enough above this longer side; rotors lost there are looked for at full resolution. */
    private static final int SIDE_FOR_HALVING = 200;

    /** GUM type B: time stamps of a camera against true time. */
    private static final double TIMEBASE_RELATIVE = 0.0005;

    /** Floor for what the model of the view leaves out: hub drift, lens, slant. */
    private static final double MODEL_RELATIVE = 0.003;

    private final Nameplate nameplate;

    public RotorSpeedMeter(Nameplate nameplate) {
        this.nameplate = nameplate;
    }

    /** The rotor that answers the nameplate best, with its objections; empty when nothing turns. */
    public Optional<RotorTrack> measure(List<GreyFrame> frames) {
        if (frames.size() < FRAMES_MIN) {
            return Optional.empty();
        }
        GreyFrame first = frames.get(0);
        boolean halve = Math.max(first.width(), first.height()) > SIDE_FOR_HALVING;
        Optional<RotorTrack> coarse = measure(frames, halve ? 2 : 1);
        if (!halve || coarse.isPresent() && isClear(coarse.get())) {
            return coarse;
        }
        Optional<RotorTrack> fine = measure(frames, 1);
        return fine.isPresent() && (coarse.isEmpty() || fine.get().isAccepted()) ? fine : coarse;
    }

    private Optional<RotorTrack> measure(List<GreyFrame> frames, int shrink) {
        FrameStack stack = new StackBuilder(frames, shrink).build();
        if (!(stack.duration() > 0)) {
            return Optional.empty();
        }
        List<RotorTrack> tracks = new ArrayList<>();
        for (Candidate candidate : new CandidateSearch(stack, nameplate).find(TRACKS_MAX)) {
            tracks.add(track(stack, candidate, shrink));
        }
        return choose(tracks);
    }

    private RotorTrack track(FrameStack stack, Candidate candidate, int shrink) {
        Vortex vortex = candidate.vortex();
        double[] phase = new PolarTracking(stack, vortex).phases(candidate.amplitude(), candidate.hertz());
        PhaseFit fit = PhaseFit.of(stack.seconds, phase);
        double toRpm = 60.0 / vortex.blades();
        double rpm = fit.hertz() * toRpm;
        Vortex shown = vortex.scaled(shrink);
        RotorTrack track = new RotorTrack(
                Math.abs(rpm),
                Math.hypot(fit.standardUncertaintyHertz() * toRpm, rpm * Math.hypot(TIMEBASE_RELATIVE, MODEL_RELATIVE)),
                candidate.hertz() * toRpm,
                vortex.blades(),
                rpm < 0 ? -vortex.sense() : vortex.sense(),
                Math.abs(fit.hertz()) * stack.duration(),
                shown.hubX(),
                shown.hubY(),
                shown.radius(),
                shown.squeeze(),
                vortex.coherence(),
                vortex.runnerUp(),
                vortex.lopsided(),
                Math.toDegrees(fit.residualRadians()) / vortex.blades(),
                fit.slips(),
                fit.variation(),
                stack.seconds,
                phase,
                EnumSet.noneOf(RotorReason.class));
        return with(track, new RotorGate(nameplate, stack.rate()).objections(track));
    }

    /** The first without objections; a second one elsewhere at another speed makes both doubtful. */
    private static Optional<RotorTrack> choose(List<RotorTrack> tracks) {
        List<RotorTrack> accepted =
                tracks.stream().filter(RotorTrack::isAccepted).toList();
        if (accepted.isEmpty()) {
            return tracks.stream().findFirst();
        }
        RotorTrack best = accepted.get(0);
        for (RotorTrack other : tracks) {
            boolean apart = Math.hypot(other.hubX() - best.hubX(), other.hubY() - best.hubY())
                    > Math.max(best.radius(), other.radius());
            if (apart && looksLikeARotor(other)) {
                return Optional.of(with(best, EnumSet.of(RotorReason.SEVERAL_ROTORS)));
            }
        }
        return Optional.of(best);
    }

    /** A rotor was seen so well that a closer look would change nothing, even if its speed is not accepted. */
    private static boolean isClear(RotorTrack track) {
        return looksLikeARotor(track) || track.objections().contains(RotorReason.SEVERAL_ROTORS);
    }

    private static boolean looksLikeARotor(RotorTrack track) {
        Set<RotorReason> serious = EnumSet.noneOf(RotorReason.class);
        serious.addAll(track.objections());
        serious.removeAll(
                EnumSet.of(RotorReason.TOO_FEW_PASSES, RotorReason.SPEED_OUTSIDE_NAMEPLATE, RotorReason.SENSE_DIFFERS));
        return serious.isEmpty();
    }

    private static RotorTrack with(RotorTrack t, Set<RotorReason> objections) {
        return new RotorTrack(
                t.rpm(),
                t.standardUncertaintyRpm(),
                t.spectralRpm(),
                t.blades(),
                t.sense(),
                t.passes(),
                t.hubX(),
                t.hubY(),
                t.radius(),
                t.squeeze(),
                t.coherence(),
                t.runnerUp(),
                t.lopsided(),
                t.residualDegrees(),
                t.slips(),
                t.variation(),
                t.seconds(),
                t.phase(),
                objections);
    }
}
