package energy.registry.vision.guard;

/**
 * By how much two pictures of one scene differ in exposure: every level is taken to change by {@code slope} of itself and
 * by {@code offset} levels. Fitted by least squares, then once again without what differs by more than that explains.
 */
record Exposure(double slope, double offset) {
    private static final Exposure SAME = new Exposure(0, 0);

    /** Residuals over this many times their own root mean square are the scene's, not the exposure's. */
    private static final double TRIM = 1.5;

    /** Where all levels are nearly alike, a slope cannot be told from an offset. */
    private static final double VARIANCE_MIN = 1;

    static Exposure between(float[] before, float[] now) {
        Exposure first = fit(before, now, SAME, Double.POSITIVE_INFINITY);
        double square = 0;
        for (int i = 0; i < before.length; i++) {
            double left = first.left(before[i], now[i]);
            square += left * left / before.length;
        }
        return fit(before, now, first, TRIM * Math.sqrt(square));
    }

    /** Change of a level that exposure does not explain. */
    double left(double before, double now) {
        return now - before - slope * before - offset;
    }

    private static Exposure fit(float[] before, float[] now, Exposure known, double limit) {
        double count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(known.left(before[i], now[i])) <= limit) {
                double x = before[i];
                double y = now[i] - x;
                count++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        if (count == 0) {
            return known;
        }
        double spread = count * sxx - sx * sx;
        double slope = spread < VARIANCE_MIN * count * count ? 0 : (count * sxy - sx * sy) / spread;
        return new Exposure(slope, (sy - slope * sx) / count);
    }
}
