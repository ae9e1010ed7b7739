package energy.registry.ingest.adapter.file.greenbutton;

/**
 * What the numbers of a meter reading are.
 *
 * @param powerOfTen the value times ten to this power is in the unit
 */
record ReadingType(int line, String unit, String accumulation, String commodity, String flow, int powerOfTen) {
    private static final String REVERSE = "19";

    boolean isReverse() {
        return REVERSE.equals(flow);
    }
}
