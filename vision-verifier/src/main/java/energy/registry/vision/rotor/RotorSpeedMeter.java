package energy.registry.vision.rotor;

import energy.registry.vision.footage.GreyFrame;
import java.util.ArrayList;
import java.util.Comparator;
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
    static final double VIEW_DEGREES = 0.07;

    /** At half size, rotors smaller than this are looked at once more at full size, pixels. */
    private static final double RADIUS_TO_LOOK_CLOSER = 30;

    /** How far around a rotor is looked then, in terms of its radius and in pixels. */
    private static final double CLOSER_REACH = 1.25;

    private static final double CLOSER_MARGIN = 4;

    /** Part of the residual that may be one and the same error at an end of the clip, for rotors of many blocks. */
    static final double RESIDUAL_PART = 0.2;

    /** Part of a pass, for each part by which the speed varies: in rendered gusts of 5 to 15 % it was 0.06 to 0.1. */
    static final double GUST_PART = 0.07;

    /** Part of the way between two of few places by which the clip's ends were off in rendered clips: 0.01 to 0.06. */
    static final double FEW_PLACES_PART = 0.04;

    /**
     * An encoder errs in blocks of 16 pixels: a rotor of this radius spreads over so many that they err apart, a third of
     * it lies within one or two, which lead it astray as a whole.
     */
    static final double RADIUS_OF_MANY_BLOCKS = 32;

    private static final double BLOCKS_EXPONENT = 1.5;

    private static final int SPOTS_MAX = 6;

    /** Where a rotor is seen already, a second one would make it doubtful whose speed is meant; two looks suffice. */
    private static final int SPOTS_BESIDE_MAX = 2;

    /** Around a spot so many pixels at full size are looked at. */
    private static final int SPOT_REACH = 34;

    /** Blades are narrower than this part of the radius, clouds are wider. */
    private static final double SHARP_REACH = 0.2;

    private static final int SHARP_REACH_MIN = 3;
    private static final int SPOT_SHARP_REACH = 4;

    /** A second rotor's hub lies beyond the first one's tips; the first one's own ghosts are as large as it is. */
    private static final double APART = 1.1;

    private static final double APART_MOST = 3;

    /** Where a spot holds no rotor, the phases around any hub are less coherent. */
    private static final double SPOT_COHERENCE_MIN = 0.6;

    /** Fewer passes make no comb. */
    private static final double SPOT_PASSES_MIN = 2.2;

    /** Passes beyond the nameplate's are looked for by this factor, so that they are seen and refused. */
    private static final double BEYOND_NAMEPLATE = 1.3;

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
        return measure(frames, halve ? 2 : 1);
    }

    private Optional<RotorTrack> measure(List<GreyFrame> frames, int shrink) {
        FrameStack stack = new StackBuilder(frames, shrink).build();
        if (!(stack.duration() > 0)) {
            return Optional.empty();
        }
        List<RotorTrack> tracks = new ArrayList<>();
        for (Candidate candidate : new CandidateSearch(stack, nameplate).find(TRACKS_MAX)) {
            tracks.add(tracked(frames, stack, candidate, shrink));
        }
        addSpots(frames, stack, shrink, tracks);
        return choose(withoutFolded(tracks, stack));
    }

    private RotorTrack tracked(List<GreyFrame> frames, FrameStack stack, Candidate candidate, int shrink) {
        boolean small = shrink > 1 && candidate.vortex().radius() < RADIUS_TO_LOOK_CLOSER;
        return small ? closer(frames, stack, candidate, shrink) : track(stack, candidate, shrink, 0, 0);
    }

    /** Rotors that the whole picture's spectrum does not show: small ones, and thin blades that ring in high harmonics. */
    private void addSpots(List<GreyFrame> frames, FrameStack stack, int shrink, List<RotorTrack> tracks) {
        int blades = nameplate.blades() == 0 ? Nameplate.BLADES_MAX_WHEN_UNKNOWN : nameplate.blades();
        double lowest = SPOT_PASSES_MIN / stack.duration();
        double highest = Math.min(
                RotorGate.PASSES_PER_FRAME_MAX * stack.rate(), BEYOND_NAMEPLATE * nameplate.rpmMax() * blades / 60);
        SpotProposer proposer = new SpotProposer(frames, stack, shrink, lowest, highest);
        List<RotorTrack> seen = tracks.stream().filter(RotorTrack::isAccepted).toList();
        List<SpotProposer.Spot> spots = proposer.propose(SPOTS_MAX).stream()
                .filter(spot -> seen.stream().noneMatch(track -> track.holds(spot.x(), spot.y())))
                .limit(seen.isEmpty() ? SPOTS_MAX : SPOTS_BESIDE_MAX)
                .toList();
        for (SpotProposer.Spot spot : spots) {
            Part part = part(frames, stack, shrink, spot.x(), spot.y(), SPOT_REACH);
            FrameStack sharp = part.stack().sharpened(SPOT_SHARP_REACH);
            for (Candidate candidate : new CandidateSearch(sharp, nameplate).near(spot.hertz())) {
                boolean known = tracks.stream()
                        .filter(track -> nameplate.allowsBlades(track.blades()))
                        .filter(track -> track.isOf(candidate, part.left(), part.top()))
                        .anyMatch(track -> track.isAccepted()
                                || track.coherence() >= candidate.vortex().coherence());
                if (!known && candidate.vortex().coherence() >= SPOT_COHERENCE_MIN) {
                    tracks.add(
                            nameplate.blades() == 0 || part.holds(candidate.vortex())
                                    ? track(part.stack(), candidate, 1, part.left(), part.top())
                                    : tracked(frames, stack, inWhole(stack, candidate, part, shrink), shrink));
                }
            }
        }
    }

    /** A part of the frames at full size, the camera's moving taken out as in the whole. */
    private record Part(FrameStack stack, int left, int top) {
        boolean holds(Vortex vortex) {
            double across = vortex.radius() * vortex.squeeze();
            return vortex.hubX() >= across
                    && vortex.hubY() >= vortex.radius()
                    && vortex.hubX() + across < stack.width
                    && vortex.hubY() + vortex.radius() < stack.height;
        }
    }

    /**
     * A spot on the blades of a rotor larger than the part that is looked at: the rotor is looked at as a whole. Only where
     * its blades are known: a fit that may move this far finds two blades in what is left of three behind a cover.
     */
    private Candidate inWhole(FrameStack whole, Candidate candidate, Part part, int shrink) {
        return seen(
                whole,
                candidate.hertz(),
                candidate.vortex().moved(part.left(), part.top()).scaled(1.0 / shrink));
    }

    private static Part part(List<GreyFrame> frames, FrameStack whole, int shrink, double x, double y, double reach) {
        GreyFrame first = frames.get(0);
        int left = (int) Math.max(0, Math.floor(x - reach));
        int top = (int) Math.max(0, Math.floor(y - reach));
        int right = (int) Math.min(first.width(), Math.ceil(x + reach));
        int bottom = (int) Math.min(first.height(), Math.ceil(y + reach));
        FrameStack stack =
                new StackBuilder(frames, left, top, right - left, bottom - top).build(whole.path.scaled(shrink));
        return new Part(stack, left, top);
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

    /** The same candidate in its part of the frames at full size: small rotors are told by fractions of a pixel. */
    private RotorTrack closer(List<GreyFrame> frames, FrameStack stack, Candidate candidate, int shrink) {
        Vortex vortex = candidate.vortex().scaled(shrink);
        double away = Math.min(stack.path.span() * shrink, vortex.radius());
        double reach = CLOSER_REACH * vortex.radius() + away + CLOSER_MARGIN;
        Part part = part(frames, stack, shrink, vortex.hubX(), vortex.hubY(), reach);
        Candidate near = seen(part.stack(), candidate.hertz(), vortex.moved(-part.left(), -part.top()));
        return track(part.stack(), near, 1, part.left(), part.top());
    }

    /** What swings at a frequency, and the vortex there that is reached from a start. */
    private Candidate seen(FrameStack stack, double hertz, Vortex start) {
        ComplexPicture amplitude = stack.lockIn(hertz);
        int windings = Math.max(VortexSearch.WINDINGS_MAX, nameplate.blades());
        return new Candidate(hertz, new VortexFit(amplitude, windings).refine(start), amplitude);
    }

    private RotorTrack track(FrameStack stack, Candidate candidate, int shrink, int left, int top) {
        Vortex vortex = candidate.vortex();
        FrameStack sharp = stack.sharpened((int) Math.max(SHARP_REACH_MIN, Math.round(SHARP_REACH * vortex.radius())));
        double[] phase = new PolarTracking(sharp, vortex).phases(sharp.lockIn(candidate.hertz()), candidate.hertz());
        PhaseFit fit = PhaseFit.of(stack.seconds, phase);
        double toRpm = 60.0 / vortex.blades();
        double rpm = fit.hertz() * toRpm;
        Vortex shown = vortex.scaled(shrink).moved(left, top);
        RotorTrack track = new RotorTrack(
                Math.abs(rpm),
                uncertainty(fit, vortex.blades(), stack.duration(), shown.radius(), SeenPlaces.of(phase)),
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
        return with(track, new RotorGate(nameplate, stack.rate(), fit.freshPart()).objections(track));
    }

    /**
     * GUM: statistics of the phase, time stamps, and at either end of the clip the view's part and a part of what the fit
     * leaves over, for an encoder's stale blocks and passing clouds lead the angle astray for longer than a frame; and in
     * gusts a part of a pass, for what stands still is told from what turns by means over passes of one length; and where
     * the frames show the blades at few places only, a part of the way between two of them.
     */
    private static double uncertainty(PhaseFit fit, int blades, double seconds, double radius, int places) {
        double statistical = fit.standardUncertaintyHertz() * 60 / blades;
        double few = Math.pow(Math.max(1, RADIUS_OF_MANY_BLOCKS / radius), BLOCKS_EXPONENT);
        double astray = Math.min(1, RESIDUAL_PART * few) * Math.toDegrees(fit.residualRadians()) / blades;
        double ends = Math.sqrt(2) * Math.hypot(VIEW_DEGREES, astray) / (6 * seconds);
        double gusts = GUST_PART * fit.variation() * 360 / blades / (6 * seconds);
        double apart = places < SeenPlaces.ALL ? 360.0 / places : 0;
        double between = FEW_PLACES_PART * apart / blades / (6 * seconds);
        double times = fit.hertz() * 60 / blades * TIMEBASE_RELATIVE;
        return Math.sqrt(statistical * statistical + ends * ends + gusts * gusts + between * between + times * times);
    }

    /** The first without objections; a second one elsewhere at another speed makes both doubtful. */
    private Optional<RotorTrack> choose(List<RotorTrack> tracks) {
        List<RotorTrack> accepted =
                tracks.stream().filter(RotorTrack::isAccepted).toList();
        if (accepted.isEmpty()) {
            return tracks.stream().max(Comparator.comparingDouble(RotorSpeedMeter::likeness));
        }
        RotorTrack best = accepted.stream()
                .max(Comparator.comparingDouble(RotorSpeedMeter::likeness))
                .orElseThrow();
        for (RotorTrack other : tracks) {
            boolean apart = Math.hypot(other.hubX() - best.hubX(), other.hubY() - best.hubY())
                    > Math.max(APART * best.radius(), Math.min(other.radius(), APART_MOST * best.radius()));
            boolean turns = looksLikeARotor(other)
                    || other.mayTurn() && nameplate.allowsBlades(other.blades())
                    || other.turnsUnlike(best);
            if (apart && turns) {
                return Optional.of(with(best, EnumSet.of(RotorReason.SEVERAL_ROTORS)));
            }
        }
        return Optional.of(best);
    }

    /** Large and coherent, as {@link VortexSearch#rank} has it, and followed well. */
    private static double likeness(RotorTrack track) {
        double followed = 1 + Math.pow(track.residualDegrees() / RotorGate.RESIDUAL_DEGREES_MAX, 4);
        return track.radius() * track.radius() * track.squeeze() * Math.pow(track.coherence(), 6) / followed;
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
