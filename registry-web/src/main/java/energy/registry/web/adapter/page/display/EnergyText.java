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

    static String of(long wattHours) {
        return scaled(wattHours, "Wh", PLACES);
    }

    static String power(long watts) {
        return scaled(watts, "W", 2);
    }

    private static String scaled(long amount, String unit, int places) {
        int prefix = 0;
        long divisor = 1;
        while (prefix < PREFIXES.length - 1 && Math.abs(amount / divisor) >= STEP) {
            divisor *= STEP;
            prefix++;
        }
        String digits = prefix == 0 ? Digits.grouped(amount) : Digits.decimal(amount, divisor, places);
        return digits + " " + PREFIXES[prefix] + unit;
    }
}
