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

    /** GUM type B: time stamps of a camera against true time; quartz is good to 50 ppm, time stamps to twice that. */
    static final double TIMEBASE_RELATIVE = 0.0001;

    /** Floor for what the model of the view leaves out (hub, slant, lens): degrees of rotor at either end of the clip. */
    static final double VIEW_DEGREES = 0.1;

    /** Full resolution is looked at for no more pixels in all than these: 240 MB of deviations. */
    private static final long FINE_PIXELS_MAX = 60_000_000;

    /** Bins of the spectrum by which a folded harmonic may lie beside where it belongs. */
    private static final double FOLDED_BINS = 2;

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
        int most = (int) Math.min(frames.size(), FINE_PIXELS_MAX / first.pixels().length);
        Optional<RotorTrack> fine = measure(frames.subList(0, most), 1);
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
        return choose(withoutFolded(tracks, stack));
    }

    /**
     * Beyond Nyquist's limit a rotor's harmonics fold back and look like a rotor with a multiple of its blades at another
     * speed. Where a track's phases are those of such a harmonic of another one, it is not believed.
     */
    private static List<RotorTrack> withoutFolded(List<RotorTrack> tracks, FrameStack stack) {
        return tracks.stream()
                .map(track -> tracks.stream().anyMatch(other -> isFoldedFrom(other, track, stack))
                        ? with(track, EnumSet.of(RotorReason.BLADE_COUNT_AMBIGUOUS))
                        : track)
                .toList();
    }

    private static boolean isFoldedFrom(RotorTrack other, RotorTrack track, FrameStack stack) {
        int times = track.blades() / other.blades();
        boolean nested = times >= 2 && times * other.blades() == track.blades();
        boolean apart = Math.hypot(other.hubX() - track.hubX(), other.hubY() - track.hubY())
                > Math.max(other.radius(), track.radius());
        if (!nested || apart || other.coherence() < RotorGate.COHERENCE_MIN) {
            return false;
        }
        double own = track.sense() * track.rpm() * track.blades() / 60;
        double harmonic = times * other.sense() * other.rpm() * other.blades() / 60;
        return Math.abs(Math.IEEEremainder(own - harmonic, stack.rate())) < FOLDED_BINS / stack.duration();
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
                uncertainty(fit.standardUncertaintyHertz() * toRpm, rpm, stack.duration()),
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
                fit.leap() / (2 * Math.PI),
                fit.variation(),
                stack.seconds,
                phase,
                EnumSet.noneOf(RotorReason.class));
        return with(track, new RotorGate(nameplate, stack.rate()).objections(track));
    }

    /** GUM: statistics of the phase, time stamps, and the view's part at both ends of the clip. */
    private static double uncertainty(double statistical, double rpm, double seconds) {
        double view = Math.sqrt(2) * VIEW_DEGREES / (6 * seconds);
        return Math.sqrt(statistical * statistical + view * view + rpm * rpm * TIMEBASE_RELATIVE * TIMEBASE_RELATIVE);
    }

    /** The first without objections; a second one elsewhere at another speed makes both doubtful. */
    private Optional<RotorTrack> choose(List<RotorTrack> tracks) {
        List<RotorTrack> accepted =
                tracks.stream().filter(RotorTrack::isAccepted).toList();
        if (accepted.isEmpty()) {
            return tracks.stream().findFirst();
        }
        RotorTrack best = accepted.get(0);
        for (RotorTrack other : tracks) {
            boolean apart = Math.hypot(other.hubX() - best.hubX(), other.hubY() - best.hubY())
                    > Math.max(best.radius(), other.radius());
            if (apart && (looksLikeARotor(other) || other.mayTurn() && nameplate.allowsBlades(other.blades()))) {
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
                t.leap(),
                t.variation(),
                t.seconds(),
                t.phase(),
                objections);
    }
}
