package energy.registry.web.adapter.page.display;

/**
 * Energy and power in the unit that reads best: Wh, kWh, MWh, GWh, with three places because the Wh below a kWh
 * are real.
 */
final class EnergyText {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T"};
    private static final int STEP = 1000;
    private static final int PLACES = 3;

    private EnergyText() {}

    static String of(long wattHours, Digits digits) {
        return scaled(wattHours, "Wh", PLACES, digits);
    }

    static String power(long watts, Digits digits) {
        return scaled(watts, "W", 2, digits);
    }

    /** Without places beyond the point that are zero. */
    static String brief(long wattHours, Digits digits) {
        String[] parts = of(wattHours, digits).split(" ");
        return digits.withoutZeros(parts[0]) + " " + parts[1];
    }

    private static String scaled(long amount, String unit, int places, Digits digits) {
        int prefix = 0;
        long divisor = 1;
        while (prefix < PREFIXES.length - 1 && Math.abs(amount / divisor) >= STEP) {
            divisor *= STEP;
            prefix++;
        }
        String number = prefix == 0 ? digits.grouped(amount) : digits.decimal(amount, divisor, places);
        return number + " " + PREFIXES[prefix] + unit;
    }
}
