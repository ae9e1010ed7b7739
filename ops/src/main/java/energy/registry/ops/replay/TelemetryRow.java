package energy.registry.ops.replay;

import java.util.Map;

/**
 * One row of a recording: mean values over the time that starts at {@code startEpochSecond}.
 *
 * @param powerTenMillionths mean active power in ten-millionths of a watt, exactly as recorded
 * @param rotorMilliRpm mean rotor speed, thousandths of a revolution a minute; -1 where the recording has none
 * @param witnesses other recorded values, in thousandths of the unit in their names
 */
record TelemetryRow(long startEpochSecond, long powerTenMillionths, long rotorMilliRpm, Map<String, Long> witnesses) {
    static final long TEN_MILLIONTHS_PER_WATT = 10_000_000;

    /** The unit in which rows are added up: ten-millionths of a watt times a second. */
    static final long UNITS_PER_WATT_HOUR = 3_600 * TEN_MILLIONTHS_PER_WATT;

    long energyUnits(int seconds) {
        return Math.multiplyExact(powerTenMillionths, seconds);
    }

    long powerW() {
        return Math.floorDiv(powerTenMillionths, TEN_MILLIONTHS_PER_WATT);
    }
}
