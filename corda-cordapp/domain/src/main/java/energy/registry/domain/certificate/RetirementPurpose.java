package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;

/** What a retirement is for: beneficiary, purpose, reason, the consumption it covers and who asked. */
public final class RetirementPurpose {
    private final Beneficiary beneficiary;
    private final String purpose;
    private final MainReason mainReason;
    private final ProductionPeriod consumption;
    private final String onBehalfOf;
    private final String note;

    /**
     * @param purpose code or short text
     * @param consumption the consumption or compliance period that is covered
     * @param onBehalfOf may be empty
     * @param note public; may be empty
     */
    public RetirementPurpose(
            Beneficiary beneficiary,
            String purpose,
            MainReason mainReason,
            ProductionPeriod consumption,
            String onBehalfOf,
            String note) {
        this.beneficiary = beneficiary;
        this.purpose = purpose;
        this.mainReason = mainReason;
        this.consumption = consumption;
        this.onBehalfOf = onBehalfOf;
        this.note = note;
    }

    public Beneficiary beneficiary() {
        return beneficiary;
    }

    public String purpose() {
        return purpose;
    }

    public MainReason mainReason() {
        return mainReason;
    }

    public ProductionPeriod consumption() {
        return consumption;
    }

    public String onBehalfOf() {
        return onBehalfOf;
    }

    public String note() {
        return note;
    }

    /** Whether everything that a statement must show is there. */
    public boolean isComplete() {
        return !beneficiary.name().trim().isEmpty()
                && beneficiary.country().matches("[A-Z]{2}")
                && !purpose.trim().isEmpty();
    }

    void write(CanonicalWriter out) {
        beneficiary.write(out);
        out.text(purpose)
                .u8(mainReason.ordinal())
                .i64(consumption.startEpochSecond())
                .i64(consumption.endEpochSecond())
                .text(onBehalfOf)
                .text(note);
    }

    static RetirementPurpose read(CanonicalReader in) {
        return new RetirementPurpose(
                Beneficiary.read(in),
                in.text("purpose"),
                in.choice("mainReason", MainReason.values()),
                ProductionPeriod.between(in.i64("periodStart"), in.i64("periodEnd")),
                in.text("onBehalfOf"),
                in.text("note"));
    }
}
