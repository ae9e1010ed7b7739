package energy.registry.domain.certificate;

import energy.registry.domain.energy.WattHours;
import java.math.BigInteger;

/** What energy costs: minor units of a currency for a megawatt-hour. Rounding is always up to the next minor unit. */
public final class Price {
    /** 10^12 minor units a MWh: far above any price, and keeps price times energy inside 128 bits. */
    public static final long MINOR_PER_MWH_MAX = 1_000_000_000_000L;

    private static final BigInteger WATT_HOURS_PER_MEGAWATT_HOUR = BigInteger.valueOf(1_000_000);

    private final long minorPerMegawattHour;

    private Price(long minorPerMegawattHour) {
        this.minorPerMegawattHour = minorPerMegawattHour;
    }

    public static Price ofMinorPerMegawattHour(long minor) {
        if (minor < 0 || minor > MINOR_PER_MWH_MAX) {
            throw new IllegalArgumentException("price: " + minor + " is not within 0.." + MINOR_PER_MWH_MAX);
        }
        return new Price(minor);
    }

    /** {@code ceil(Wh x price / 1,000,000)} minor units. */
    public long of(WattHours energy) {
        BigInteger[] parts = BigInteger.valueOf(minorPerMegawattHour)
                .multiply(BigInteger.valueOf(energy.toLong()))
                .divideAndRemainder(WATT_HOURS_PER_MEGAWATT_HOUR);
        return parts[0].add(BigInteger.valueOf(parts[1].signum())).longValueExact();
    }
}
