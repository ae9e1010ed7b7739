package energy.registry.vision.rotor;

/** Moves hub, radius and squeeze of a vortex, by less and less, to where its response is strongest. */
final class VortexFit {
    private static final int ROUNDS_MAX = 40;
    private static final double STEP_MIN = 0.2;

    /** Discs with larger radii than this are sampled, not summed in full. */
    private static final double RADIUS_IN_FULL = 10;

    private static final double RADIUS_MIN = 3;

    /** Of a rotor that is larger than this part of the picture's longer side, too little is seen. */
    private static final double RADIUS_PART_MAX = 0.7;

    private static final double SQUEEZE_MIN = 0.2;

    private final ComplexPicture amplitude;
    private final int windings;
    private final double radiusMax;

    VortexFit(ComplexPicture amplitude, int windings) {
        this.amplitude = amplitude;
        this.radiusMax = RADIUS_PART_MAX * Math.max(amplitude.width, amplitude.height);
        this.windings = windings;
    }

    Vortex refine(Vortex start) {
        Vortex best = evaluate(start.hubX(), start.hubY(), start.radius(), start.squeeze(), start.winding());
        double step = Math.max(1, start.radius() / 4);
        for (int round = 0; round < ROUNDS_MAX && step > STEP_MIN; round++) {
            Vortex better = bestNeighbour(best, step);
            if (better == best) {
                step /= 2;
            }
            best = better;
        }
        return withRunnerUp(best);
    }

    private Vortex bestNeighbour(Vortex now, double step) {
        Vortex best = now;
        double part = Math.min(0.5, step / now.radius());
        double[][] moves = {
            {step, 0, 1, 1}, {-step, 0, 1, 1}, {0, step, 1, 1}, {0, -step, 1, 1},
            {0, 0, 1 + part, 1}, {0, 0, 1 / (1 + part), 1}, {0, 0, 1, 1 + part}, {0, 0, 1, 1 / (1 + part)}
        };
        for (double[] move : moves) {
            double radius = Math.max(RADIUS_MIN, Math.min(radiusMax, now.radius() * move[2]));
            double squeeze = Math.max(SQUEEZE_MIN, Math.min(1, now.squeeze() * move[3]));
            Vortex moved = evaluate(now.hubX() + move[0], now.hubY() + move[1], radius, squeeze, now.winding());
            if (VortexSearch.rank(moved) > VortexSearch.rank(best) * 1.0001) {
                best = moved;
            }
        }
        return best;
    }

    private Vortex withRunnerUp(Vortex best) {
        double second = 0;
        double own = Math.sqrt(best.extent());
        for (int m = -windings; m <= windings; m++) {
            if (m != 0 && m != best.winding()) {
                Vortex other = evaluate(best.hubX(), best.hubY(), best.radius(), best.squeeze(), m);
                second = Math.max(second, Math.sqrt(other.extent()));
            }
        }
        return new Vortex(
                best.hubX(),
                best.hubY(),
                best.radius(),
                best.squeeze(),
                best.winding(),
                best.coherence(),
                own > 0 ? second / own : 1,
                best.lopsided(),
                best.extent());
    }

    private Vortex evaluate(double hubX, double hubY, double radius, double squeeze, int winding) {
        double sumRe = 0;
        double sumIm = 0;
        double sideX = 0;
        double sideY = 0;
        double power = 1e-20;
        double modulus = 1e-12;
        int fromY = (int) Math.max(0, Math.ceil(hubY - radius));
        int toY = (int) Math.min(amplitude.height - 1.0, Math.floor(hubY + radius));
        int fromX = (int) Math.max(0, Math.ceil(hubX - radius * squeeze));
        int toX = (int) Math.min(amplitude.width - 1.0, Math.floor(hubX + radius * squeeze));
        int stride = (int) Math.max(1, radius / RADIUS_IN_FULL);
        float[] lengths = amplitude.modulus();
        for (int y = fromY; y <= toY; y += stride) {
            for (int x = fromX; x <= toX; x += stride) {
                double dx = (x - hubX) / squeeze;
                double dy = y - hubY;
                double square = (dx * dx + dy * dy) / (radius * radius);
                if (square >= Disc.INNER * Disc.INNER && square <= 1) {
                    int i = y * amplitude.width + x;
                    double re = amplitude.re[i];
                    double im = amplitude.im[i];
                    Turn turn = Turn.of(dx, dy, winding);
                    sumRe += re * turn.re() - im * turn.im();
                    sumIm += re * turn.im() + im * turn.re();
                    power += lengths[i] * lengths[i];
                    double distance = Math.sqrt(dx * dx + dy * dy);
                    sideX += lengths[i] * dx / distance;
                    sideY += lengths[i] * dy / distance;
                    modulus += lengths[i];
                }
            }
        }
        double response = sumRe * sumRe + sumIm * sumIm;
        return new Vortex(
                hubX,
                hubY,
                radius,
                squeeze,
                winding,
                Math.sqrt(response) / modulus,
                1,
                Math.hypot(sideX, sideY) / modulus,
                response / power * stride * stride);
    }

    /** The unit phasor {@code e^(i winding angle)} of a direction, by repeated multiplication. */
    private record Turn(double re, double im) {
        static Turn of(double dx, double dy, int winding) {
            double length = Math.sqrt(dx * dx + dy * dy);
            double c = dx / length;
            double s = winding < 0 ? -dy / length : dy / length;
            double re = 1;
            double im = 0;
            for (int k = Math.abs(winding); k > 0; k--) {
                double next = re * c - im * s;
                im = re * s + im * c;
                re = next;
            }
            return new Turn(re, im);
        }
    }
}
