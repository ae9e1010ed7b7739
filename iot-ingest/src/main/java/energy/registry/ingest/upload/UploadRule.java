package energy.registry.ingest.upload;

/** Why a file, or a part of it, is not taken as evidence. The constant is the wire's {@code rule}. */
public enum UploadRule {
    FILE_TOO_LARGE("A file has at most 16 MiB.", "split it by time and send the parts in order"),
    FILE_EMPTY("A file says something.", "check the export and send it again"),
    FILE_FORMAT_UNKNOWN("A file has one of the known formats.", "name the format, or use the CSV template"),
    FILE_MALFORMED("A file is well formed.", "export it again, and do not edit it by hand"),
    FILE_LIMIT("A file keeps to the limits of depth, length and number.", "split it by time and send the parts"),
    DOCUMENT_TYPE("XML comes without a document type and without entities.", "remove the DOCTYPE"),
    HEADER_UNKNOWN("A table names its columns.", "use the header of the template"),
    FIELD_MALFORMED("A field has the form of its column.", "correct this value"),
    ENERGY_NEGATIVE("Generation is not negative.", "send the export register, not the net of both directions"),
    INTERVAL_LENGTH("Intervals add up to the device's registered length.", "export with the registered interval"),
    INTERVAL_OFF_GRID("Intervals begin on the device's grid in UTC.", "check the time zone of the export"),
    INTERVAL_OVERLAP("Intervals never overlap.", "remove the repeated rows"),
    HOURS_MISSING(
            "An hourly file accounts for all hours of its days.", "add the missing hours, with 0 where none flowed"),
    TOTAL_DIFFERS("The hours add up to the stated total.", "correct the hours or the total"),
    GROSS_GENERATION("Generation is net of station service.", "send what the revenue meter exported"),
    SEVERAL_DEVICES("A file speaks of one device.", "send one file for each device"),
    UNIT_UNKNOWN("Energy is given in Wh, kWh or MWh.", "export energy, not power or money"),
    NOT_GENERATION(
            "Energy flows from the plant to the grid.",
            "export flow direction 19, or have the meter enrolled as a generation meter"),
    REGISTER_FALLS("An export register never falls.", "report a reset or an exchange to the issuing body"),
    REGISTER_GLITCH("A register goes on as power explains.", "nothing; the register bridges a value that passed"),
    AGENT_NOT_ENROLLED(
            "Unsigned data becomes evidence only for a device that is registered with an agent's key.",
            "have the device enrolled for agent metering, or send signed statements"),
    STATED_OTHERWISE("What was stated once is changed by a correction only.", "ask for a correction of the statement"),
    TIME_PASSED("Statements go forward in time.", "send files in order of time; this time stays without certificates"),
    KEY_NOT_ENROLLED("A record is signed with a key that is enrolled for the device.", "have the meter's key enrolled"),
    KEY_NOT_VALID_THEN("The key holds at the time of the measurement.", "have the key's validity corrected"),
    KEY_OF_OTHER_ALGORITHM("A record uses the algorithm of its key.", "have the right key enrolled"),
    SIGNATURE_INVALID("A signature is the key's over the record's bytes.", "send the record as the meter made it"),
    STATEMENT_UNDECIDED("The outcome of a statement is known.", "send the same file again"),
    /** A note: nothing is refused. */
    NO_EXPORT_REGISTER("Only export registers (x.2.8.x) count as generation.", "nothing; the record is kept"),
    /** A note. */
    READING_NOT_GOOD("A reading that its meter marks as bad is not used.", "look at the meter"),
    /** A note. */
    REMAINDER_LEFT("Energy is counted in whole watt-hours.", "nothing; less than 1 Wh is not certified");

    private final String sentence;
    private final String remedy;

    UploadRule(String sentence, String remedy) {
        this.sentence = sentence;
        this.remedy = remedy;
    }

    public String sentence() {
        return sentence;
    }

    public String remedy() {
        return remedy;
    }

    /** Whether it only tells, and refuses nothing. */
    public boolean isNote() {
        return compareTo(NO_EXPORT_REGISTER) >= 0;
    }
}
