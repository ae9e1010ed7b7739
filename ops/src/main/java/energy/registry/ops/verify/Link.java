package energy.registry.ops.verify;

import java.util.Locale;

/** The links of the chain from a reading to a statement, in the order in which they are checked and named. */
enum Link {
    BUNDLE_FORMAT("the bundle has the fields of its format and no other"),
    PUBLISHED_KEYS("the bundle relies on the published keys"),
    DEVICE_DIGEST("the certificate names this device record"),
    METER_SIGNATURE("the device's meter signed the statement"),
    READINGS_ROOT("the readings are the ones that the meter signed"),
    REGISTER_DIFFERENCE("the energy is the difference of the meter's register"),
    CAPTURE_SIGNATURE("the device's cameras signed the clips of these intervals"),
    VERDICT_SIGNATURE("the verifier signed what it saw in these clips"),
    VERDICT_RECORD("the measurement records are the ones that the verifier signed"),
    EVIDENCE_ROOT("the claim rests on this statement and these verdicts"),
    CLAIM_QUORUM("the device's verifiers signed the claim"),
    CERTIFICATE_FIELDS("the certificate says what the claim says"),
    TRANSACTION_ID("each transaction's id is the root over its components"),
    ISSUER_SIGNATURE("the issuing body signed the issue"),
    NOTARY_SIGNATURE("the notary signed each transaction"),
    OWNERSHIP_CHAIN("each transaction consumes what the one before left"),
    RETIREMENT_LINES("the retirement lists this certificate"),
    SERIAL_RANGE("the serial numbers lie within those that were issued");

    private final String sentence;

    Link(String sentence) {
        this.sentence = sentence;
    }

    /** The name on the wire: {@code meter-signature}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sentence() {
        return sentence;
    }
}
