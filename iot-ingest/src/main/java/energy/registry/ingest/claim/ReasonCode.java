package energy.registry.ingest.claim;

/** Why an interval is held or flagged, with what would put it right. The constant is the wire's reason code. */
public enum ReasonCode {
    VERDICT_MISSING(
            "Have the camera's footage of this interval sent to the verifier; it is looked at again on arrival."),
    ENERGY_ABOVE_ENVELOPE("Compare meter and camera on site; a further clip of the interval may widen what is known."),
    ENERGY_BELOW_ENVELOPE("Nothing to do: less energy than possible is no over-claim (curtailment, icing, losses)."),
    FOOTAGE_NOT_TRUSTED("Send footage of the same interval that is fresh, steady and unobstructed."),
    ROTOR_SPEED_UNKNOWN("Send a clip that shows the turning rotor for at least one full passage of a blade."),
    CLIP_REUSED("Send footage of this interval; one clip is evidence once."),
    QUALITY_ESTIMATED("Send the measured register; estimates are never issued."),
    COUNTERSIGNATURE_REFUSED("The verifier's own recomputation does not support the claim; look at its reason."),
    KEY_NOT_ON_LEDGER(
            "Nothing to do while the amendment of the device record is under way; else have the record name this key."),
    KEY_COMPROMISED("Compare the statement with the meter's own memory; release it or reject it."),
    LEDGER_FROZEN("Nothing to do: it is tried again until the freeze is lifted."),
    LEDGER_REFUSED("The ledger's rule is named; correct what it names.");

    private final String remedy;

    ReasonCode(String remedy) {
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    public Reason because(String text) {
        return new Reason(name(), text, remedy);
    }
}
