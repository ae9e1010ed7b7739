package energy.registry.vision.rotor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for vortices at the frequencies that the spectrum proposes, and sorts harmonics to their fundamental. */
final class CandidateSearch {
    private static final int COMBS = 4;
    private static final int LINES = 3;
    private static final int VORTICES_PER_FREQUENCY = 3;

    /** Slower than this many passes in the clip nothing can be told from drift. */
    static final double PASSES_LOOKED_FOR_MIN = 1.3;

    /** Rates above this part of the frame rate are too near to Nyquist's limit for a sine to be seen as one. */
    private static final double FREQUENCY_PART_MAX = 0.49;

    private static final double NEAR_PASSES = 0.8;
    private static final int NEAR_STEPS = 3;

    private final FrameStack stack;
    private final Nameplate nameplate;
    private final int windings;

    CandidateSearch(FrameStack stack, Nameplate nameplate) {
        this.stack = stack;
        this.nameplate = nameplate;
        this.windings = Math.max(VortexSearch.WINDINGS_MAX, nameplate.blades());
    }

    /** At most {@code count} candidates, refined, the best first. */
    List<Candidate> find(int count) {
        return best(frequencies(), count);
    }

    /** The best candidate near a rate of passes, which is known to a part of a pass over the clip, or near twice it. */
    List<Candidate> near(double roughHertz) {
        double twice = 2 * roughHertz;
        boolean fast = twice > FREQUENCY_PART_MAX * stack.rate();
        return best(fast ? List.of(sharpened(roughHertz)) : List.of(sharpened(roughHertz), sharpened(twice)), 1);
    }

    private double sharpened(double roughHertz) {
        double hertz = roughHertz;
        double most = 0;
        for (int k = -NEAR_STEPS; k <= NEAR_STEPS; k++) {
            double tried = roughHertz + k * NEAR_PASSES / (NEAR_STEPS * stack.duration());
            double swing = swing(stack.lockIn(tried));
            if (swing > most) {
                most = swing;
                hertz = tried;
            }
        }
        return hertz;
    }

    private static double swing(ComplexPicture amplitude) {
        double sum = 0;
        for (float modulus : amplitude.modulus()) {
            sum += modulus * modulus * modulus * modulus;
        }
        return sum;
    }

    private List<Candidate> best(List<Double> frequencies, int count) {
        List<Candidate> coarse = new ArrayList<>();
        VortexSearch search = new VortexSearch(lookedFor());
        for (double hertz : frequencies) {
            addAt(hertz, search, coarse);
        }
        addFundamentals(coarse);
        coarse.sort(Comparator.comparingDouble(candidate -> -candidate.promise()));
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : coarse) {
            keepStrongest(candidate, kept, count);
        }
        return kept.stream()
                .map(this::refined)
                .sorted(Comparator.comparingDouble(candidate -> -candidate.rank()))
                .toList();
    }

    /** One turn is no rotor; of a known rotor, its blades and their first harmonic. */
    private int[] lookedFor() {
        int blades = nameplate.blades();
        if (blades == 0) {
            return new int[] {2, 3, 4, 5, 6};
        }
        return 2 * blades <= VortexSearch.WINDINGS_MAX ? new int[] {blades, 2 * blades} : new int[] {blades};
    }

    private List<Double> frequencies() {
        double lowest = PASSES_LOOKED_FOR_MIN / stack.duration();
        return new FrequencyProposer(stack).propose(COMBS, LINES, lowest, FREQUENCY_PART_MAX * stack.rate());
    }

    private void addAt(double hertz, VortexSearch search, List<Candidate> found) {
        ComplexPicture amplitude = stack.lockIn(hertz);
        for (Vortex vortex : search.coarse(amplitude, VORTICES_PER_FREQUENCY)) {
            found.add(new Candidate(hertz, vortex, amplitude));
        }
    }

    /** Thin blades ring in many harmonics; each that was found asks for the fundamental behind it. */
    private void addFundamentals(List<Candidate> found) {
        for (Candidate harmonic : List.copyOf(found)) {
            for (int part = 2; part <= 3; part++) {
                int blades = harmonic.vortex().blades() / part;
                double hertz = harmonic.hertz() / part;
                boolean whole = blades * part == harmonic.vortex().blades();
                if (whole && blades >= 2 && hertz * stack.duration() >= PASSES_LOOKED_FOR_MIN) {
                    Vortex start = harmonic.vortex()
                            .withWinding(blades * harmonic.vortex().sense());
                    ComplexPicture amplitude = stack.lockIn(hertz);
                    Vortex vortex = new VortexFit(amplitude, windings).refine(start);
                    Candidate fundamental = new Candidate(hertz, vortex, amplitude);
                    if (vortex.coherence() > RotorGate.COHERENCE_MIN
                            && found.stream().noneMatch(fundamental::isTheSameAs)) {
                        found.add(fundamental);
                    }
                }
            }
        }
    }

    private void keepStrongest(Candidate candidate, List<Candidate> kept, int count) {
        for (int i = 0; i < kept.size(); i++) {
            Candidate other = kept.get(i);
            if (candidate.isHarmonicOf(other)) {
                boolean fits = nameplate.allowsBlades(candidate.vortex().blades());
                boolean otherFits = nameplate.allowsBlades(other.vortex().blades());
                boolean better = fits == otherFits ? isStronger(candidate, other) : fits;
                kept.set(i, better ? candidate : other);
                return;
            }
        }
        if (kept.size() < count) {
            kept.add(candidate);
        }
    }

    /** Of two harmonics the stronger one; of one harmonic the better disc, and not the strong middle of one. */
    private static boolean isStronger(Candidate candidate, Candidate other) {
        return candidate.vortex().winding() == other.vortex().winding()
                ? candidate.rank() > other.rank()
                : candidate.strength() > other.strength();
    }

    private Candidate refined(Candidate coarse) {
        Vortex vortex = new VortexFit(coarse.amplitude(), windings).refine(coarse.vortex());
        return new Candidate(coarse.hertz(), vortex, coarse.amplitude());
    }
}
