package energy.registry.web.model.office;

/** What the issuing body charges, in minor units: for a MWh certified, for a MWh retired, for a device and month. */
public record FeeRates(long issuedMinorPerMwh, long retiredMinorPerMwh, long deviceMinorPerMonth, String currency) {
    public static final FeeRates NONE = new FeeRates(0, 0, 0, "EUR");
    private static final long WH_PER_MWH = 1_000_000;

    /** Each position is rounded to the nearest minor unit, a half up. */
    public long issued(Charged charged) {
        return position(charged.issuedWh(), issuedMinorPerMwh);
    }

    public long retired(Charged charged) {
        return position(charged.retiredWh(), retiredMinorPerMwh);
    }

    public long devices(Charged charged) {
        return Math.multiplyExact(charged.devices(), deviceMinorPerMonth);
    }

    public long total(Charged charged) {
        return issued(charged) + retired(charged) + devices(charged);
    }

    private static long position(long wattHours, long minorPerMwh) {
        return (Math.multiplyExact(wattHours, minorPerMwh) + WH_PER_MWH / 2) / WH_PER_MWH;
    }
}
