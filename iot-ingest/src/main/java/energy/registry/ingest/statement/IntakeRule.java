package energy.registry.ingest.statement;

/** Why a statement is not accepted, in the order in which the rules are applied. The constant is the wire's {@code rule}. */
public enum IntakeRule {
    ENVELOPE_TOO_LARGE("A message has at most 1 MiB.", "split the run into shorter statements"),
    ENVELOPE_MALFORMED("A message is the JSON envelope of a signed statement.", "follow the wire contract"),
    STATEMENT_MALFORMED("A statement is in canonical form.", "encode it with the kernel's writer"),
    METER_MISMATCH("A message speaks for the meter that its topic names.", "publish on the meter's own topic"),
    METER_UNKNOWN("A statement names a registered meter.", "have the device registered by the issuing body"),
    KEY_UNKNOWN("A statement is signed with the meter's registered key.", "use the registered key or register it"),
    KEY_NOT_VALID_THEN("The key holds at the time of the measurement.", "sign with the key that held then"),
    SIGNATURE_INVALID("A signature is the key's over the statement's bytes.", "sign the canonical bytes as sent"),
    INTERVAL_LENGTH("Intervals have the device's registered length.", "use the registered interval"),
    READINGS_COUNT("A statement counts its readings.", "send exactly the readings that were counted"),
    READINGS_ROOT("The readings hash to the signed root.", "send the readings that were signed, in time order"),
    READINGS_OUT_OF_PERIOD("Readings lie within the statement's period, in time order.", "send them in time order"),
    REGISTER_FALLS("An export register never falls.", "report a reset or an exchange as a new epoch"),
    READINGS_OFF_REGISTER("Readings' registers lie between the boundaries' registers.", "sample the same register"),
    CAPACITY_EXCEEDED("An interval holds no more than the certified capacity delivers, plus 2 %.", "check the scaling"),
    FUTURE_TIME("A statement describes time that has passed.", "set the meter's clock"),
    BEFORE_OPERATION("Production starts with commercial operation.", "correct the device's record"),
    DEVICE_HELD("A device on hold is not heard.", "ask the issuing body to lift the hold"),
    EQUIVOCATION("A sequence number is used once.", "ask the issuing body; the device is on hold"),
    EPOCH_NOT_OPEN("A new epoch is opened by the issuing body.", "have the exchange or reset recorded first"),
    SEQUENCE_TOO_OLD("Sequence numbers go on from the last accepted one.", "resume from the position"),
    SEQUENCE_TOO_FAR("At most 256 statements may overtake a missing one.", "send the missing statement"),
    CHAIN_BROKEN("A statement names the digest of its predecessor.", "resume from the position"),
    INTERVAL_OVERLAP("Intervals never overlap.", "resume from the position"),
    REGISTER_DISCONTINUITY("The register goes on where it stood.", "report a reset or an exchange as a new epoch"),
    CORRECTION_HAS_ITS_DOOR(
            "A statement that names the one in its own place is a correction.",
            "send it to POST /v1/statements/{digest}/correction with who and why"),
    CORRECTION_OF_CURRENT(
            "A correction supersedes the statement that holds now, and names its digest.",
            "correct the statement that holds; the newest is listed with supersededBy"),
    CORRECTION_SAME_PLACE(
            "A correction speaks of the same meter, number and intervals.", "state the same time again, corrected"),
    CORRECTION_WITHIN_REGISTER(
            "A correction stays within what the register gained in that time.",
            "have a reset or an exchange recorded where the register itself was wrong"),
    CORRECTION_IN_TIME("Corrections are taken for 62 days.", "ask the issuing body for a withdrawal"),
    CLAIM_NOT_UNDER_WAY("No claim of the statement is on its way to the ledger.", "send it again in a minute");

    private final String sentence;
    private final String remedy;

    IntakeRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public String sentence() {
        return sentence;
    }

    public String remedy() {
        return remedy;
    }
}
