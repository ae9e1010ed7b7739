package energy.registry.web.adapter.page.chart;

/** Round numbers for axes. */
final class Scale {
    private static final long[] SECONDS = {300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 604_800};
    private static final int[] LEADS = {1, 2, 4, 8, 10};

    private Scale() {}

    /** The smallest 1, 2, 4 or 8 times a power of ten that is not below the value and splits evenly into the levels. */
    static long niceTop(long value, int levels) {
        long power = 1;
        while (true) {
            for (int lead : LEADS) {
                long candidate = lead * power;
                if (candidate >= value && candidate % levels == 0) {
                    return candidate;
                }
            }
            power *= 10;
        }
    }

    static long niceSeconds(long atLeast) {
        for (long candidate : SECONDS) {
            if (candidate >= atLeast) {
                return candidate;
            }
        }
        return SECONDS[SECONDS.length - 1];
    }
}
