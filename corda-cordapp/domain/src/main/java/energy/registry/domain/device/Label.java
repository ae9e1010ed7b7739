package energy.registry.domain.device;

/** A quality label or an eligibility of a device, and the last day on which it holds. */
public final class Label {
    private final String code;
    private final long goodThroughEpochDay;

    /** @param goodThroughEpochDay days since 1970-01-01, inclusive */
    public Label(String code, long goodThroughEpochDay) {
        if (code.trim().isEmpty()) {
            throw new IllegalArgumentException("labels: '' is not accepted; a label has a code");
        }
        this.code = code;
        this.goodThroughEpochDay = goodThroughEpochDay;
    }

    public String code() {
        return code;
    }

    /** Days since 1970-01-01, inclusive. */
    public long goodThroughEpochDay() {
        return goodThroughEpochDay;
    }
}
