package energy.registry.ingest.agent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Turns a counter of 32 bits, which begins anew when it is full, into a register that does not. */
public final class CounterRegister {
    private static final BigDecimal WIDTH = BigDecimal.valueOf(1L << 32);
    private static final int SECONDS_PER_HOUR = 3_600;

    /** Permille above the certified capacity, as the intake allows. */
    private static final int MARGIN_PERMILLE = 20;

    private CounterRegister() {}

    /**
     * @param count as read
     * @param powerOfTen of the counter's unit in watt-hours
     * @param last what was seen before, or null
     * @param capacityW bounds what may have flowed since
     * @return the register in whole Wh; empty when the counter fell or jumped in a way that no energy explains: a
     *     glitch, a reset or an exchange, which is not for a machine to decide
     */
    public static OptionalLong register(long count, int powerOfTen, Sample last, long atSecond, long capacityW) {
        BigDecimal width = WIDTH.scaleByPowerOfTen(powerOfTen);
        BigDecimal seen = BigDecimal.valueOf(count).scaleByPowerOfTen(powerOfTen);
        if (last == null) {
            return OptionalLong.of(seen.setScale(0, RoundingMode.FLOOR).longValueExact());
        }
        BigDecimal before = BigDecimal.valueOf(last.registerWh());
        BigDecimal rounds = before.divideToIntegralValue(width);
        long register = floor(seen.add(rounds.multiply(width)));
        if (register < last.registerWh()) {
            register = floor(seen.add(rounds.add(BigDecimal.ONE).multiply(width)));
        }
        return isPossible(register, last, atSecond, capacityW) ? OptionalLong.of(register) : OptionalLong.empty();
    }

    /** The same bound for registers that are wide enough. */
    public static boolean isPossible(long registerWh, Sample last, long atSecond, long capacityW) {
        long seconds = Math.max(1, atSecond - last.epochSecond());
        BigDecimal most = BigDecimal.valueOf(capacityW)
                .multiply(BigDecimal.valueOf(1_000L + MARGIN_PERMILLE))
                .multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(1_000L * SECONDS_PER_HOUR), 0, RoundingMode.CEILING);
        BigDecimal flowed = BigDecimal.valueOf(registerWh).subtract(BigDecimal.valueOf(last.registerWh()));
        return flowed.signum() >= 0 && flowed.compareTo(most.add(BigDecimal.TEN)) <= 0;
    }

    private static long floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
