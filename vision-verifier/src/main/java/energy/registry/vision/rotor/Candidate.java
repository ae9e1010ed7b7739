package energy.registry.vision.rotor;

/** A place and a frequency at which a rotor may turn, with the amplitudes there. */
record Candidate(double hertz, Vortex vortex, ComplexPicture amplitude) {
    double rank() {
        return VortexSearch.rank(vortex);
    }

    /** Before refinement, coherence says more than size: a large disc of clouds must not crowd out a small rotor. */
    double promise() {
        return vortex.extent() * Math.pow(vortex.coherence(), 10);
    }

    double rpm() {
        return 60 * hertz / vortex.blades();
    }

    /** The same rotor at the same speed, seen in another harmonic of its passes. */
    boolean isHarmonicOf(Candidate other) {
        return vortex.isSameRotorAs(other.vortex)
                && vortex.sense() == other.vortex.sense()
                && Math.abs(rpm() / other.rpm() - 1) < 0.05;
    }

    boolean isTheSameAs(Candidate other) {
        return isHarmonicOf(other) && vortex.winding() == other.vortex.winding();
    }

    /** Mean coherent amplitude inside the disc: the fundamental is the strongest harmonic of a rotor. */
    double strength() {
        double radius = vortex.radius();
        double sum = 0;
        int count = 0;
        float[] modulus = amplitude.modulus();
        int fromY = (int) Math.max(0, vortex.hubY() - radius);
        int toY = (int) Math.min(amplitude.height - 1.0, vortex.hubY() + radius);
        int fromX = (int) Math.max(0, vortex.hubX() - radius);
        int toX = (int) Math.min(amplitude.width - 1.0, vortex.hubX() + radius);
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                if (Math.hypot(x - vortex.hubX(), y - vortex.hubY()) <= radius) {
                    sum += modulus[y * amplitude.width + x];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : vortex.coherence() * sum / count;
    }
}
