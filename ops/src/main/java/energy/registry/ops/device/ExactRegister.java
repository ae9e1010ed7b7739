package energy.registry.ops.device;

/**
 * A cumulative export register in whole Wh that loses nothing below one Wh: energy is added in a finer whole unit and
 * the part that does not make a Wh yet is carried to the next addition.
 *
 * @param wattHours what the register shows
 * @param remainder carried part in units, 0 .. unitsPerWattHour - 1
 * @param unitsPerWattHour how many of the finer units make one Wh
 */
public record ExactRegister(long wattHours, long remainder, long unitsPerWattHour) {
    public ExactRegister {
        if (wattHours < 0 || unitsPerWattHour < 1 || remainder < 0 || remainder >= unitsPerWattHour) {
            throw new IllegalArgumentException(
                    "register " + wattHours + " Wh + " + remainder + "/" + unitsPerWattHour + " is not one");
        }
    }

    /** An export register never runs backwards: what a plant draws is not subtracted. */
    public ExactRegister plus(long units) {
        long carried = Math.addExact(remainder, Math.max(0, units));
        return new ExactRegister(
                Math.addExact(wattHours, carried / unitsPerWattHour), carried % unitsPerWattHour, unitsPerWattHour);
    }
}
