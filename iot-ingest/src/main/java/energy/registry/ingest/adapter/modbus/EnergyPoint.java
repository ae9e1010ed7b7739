package energy.registry.ingest.adapter.modbus;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a SunSpec model keeps its register of exported energy, and its power; offsets in registers from the model's
 * number on, as the published model definitions add up.
 */
enum EnergyPoint {
    /** Inverters, single, split and three phase, whole numbers: WH acc32 with WH_SF, W with W_SF. */
    INVERTER(new int[] {101, 102, 103}, 24, 2, 26, 14, 15),
    /** The same as floating point; a register of 24 significant bits. */
    INVERTER_FLOAT(new int[] {111, 112, 113}, 32, 0, -1, -1, -1),
    /** Meters: TotWhExp acc32 with TotWh_SF. Their sign of power is a matter of wiring, so none is read. */
    METER(new int[] {201, 202, 203, 204}, 38, 2, 54, -1, -1),
    /** DER AC measurement (IEEE 1547): TotWhInj uint64 with TotWh_SF. */
    DER(new int[] {701}, 19, 4, 120, 10, 116);

    private static final int NO_SCALE = 0x8000;
    private static final int NO_POWER = 0x8000;

    /** Scale factors go from -10 to 10 by definition. */
    private static final int SCALE_MAX = 10;

    private final int[] models;
    private final int energy;
    private final int words;
    private final int energyScale;
    private final int power;
    private final int powerScale;

    EnergyPoint(int[] models, int energy, int words, int energyScale, int power, int powerScale) {
        this.models = models;
        this.energy = energy;
        this.words = words;
        this.energyScale = energyScale;
        this.power = power;
        this.powerScale = powerScale;
    }

    static Optional<EnergyPoint> of(int model) {
        for (EnergyPoint point : values()) {
            for (int each : point.models) {
                if (each == model) {
                    return Optional.of(point);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A register as it was read.
     *
     * @param count in the counter's unit
     * @param powerOfTen of that unit in Wh
     * @param rolls whether the counter has 32 bits and begins anew when full
     * @param powerW 0 where none is told
     */
    record Value(long count, int powerOfTen, boolean rolls, long powerW) {}

    /** Registers needed from the model's number on. */
    int end() {
        int last = Math.max(energyScale + 1, Math.max(powerScale + 1, energy + Math.max(words, 2)));
        return Math.max(last, power + 1);
    }

    /** Empty for a point that the device has not implemented. */
    Optional<Value> value(int[] registers) {
        if (this == INVERTER_FLOAT) {
            return floating(registers);
        }
        int scale = (short) registers[energyScale];
        OptionalLong count = SunSpecDevice.unsigned(registers, energy, words);
        boolean missing = count.isEmpty() || count.getAsLong() == 0;
        if (missing || registers[energyScale] == NO_SCALE || Math.abs(scale) > SCALE_MAX) {
            return Optional.empty(); // an accumulator of 0 means "not implemented" by definition
        }
        return Optional.of(new Value(count.getAsLong(), scale, words == 2, powerW(registers)));
    }

    private Optional<Value> floating(int[] registers) {
        float value = Float.intBitsToFloat(registers[energy] << 16 | registers[energy + 1]);
        if (!Float.isFinite(value) || value <= 0) {
            return Optional.empty(); // not a number: not implemented
        }
        long wattHours = new BigDecimal(Float.toString(value))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Optional.of(new Value(wattHours, 0, false, 0));
    }

    private long powerW(int[] registers) {
        if (power < 0 || registers[power] == NO_POWER || registers[powerScale] == NO_SCALE) {
            return 0;
        }
        int scale = (short) registers[powerScale];
        return Math.abs(scale) > SCALE_MAX
                ? 0
                : BigDecimal.valueOf((short) registers[power])
                        .scaleByPowerOfTen(scale)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }
}
