package energy.registry.web.adapter.page.display;

import java.util.Locale;
import java.util.Map;

/** What each code of the registry is called on a page, what it means, and in which tone it is shown. */
final class Wording {
    record Words(String label, String tone, String meaning) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            entry("ACTIVE", "Active", "good", "Owned and free to be offered, sold or retired."),
            entry("OFFERED", "For sale", "info", "Offered on the market; the owner can take the offer back."),
            entry("RETIRED", "Retired", "", "Used once, for one beneficiary, and gone from circulation for good."),
            entry("WITHDRAWN", "Withdrawn", "bad", "Taken out by the issuing body: it should never have been issued."),
            entry("EXPIRED", "Expired", "", "Its last day passed before anybody used it."),
            entry("EXPORTED", "Exported", "", "It lives on in another registry."),
            entry("STORED", "Stored", "", "It charged a storage unit, which gives it back when it discharges."),
            entry("ISSUED", "Certified", "good", "A certificate exists for this interval."),
            entry("SUBMITTED", "On its way", "", "The claim has been sent to the ledger."),
            entry("READY", "Accepted", "good", "Meter and footage agree; the claim is being prepared."),
            entry(
                    "WAITING_FOR_VERDICT",
                    "Waiting",
                    "",
                    "The meter has reported; the footage has not been measured yet."),
            entry("HELD", "Held", "hold", "A person at the issuing body decides; see the reasons."),
            entry("REFUSED", "Refused", "bad", "No certificate is issued for this interval; see the reasons."),
            entry("REJECTED", "Rejected", "bad", "The issuing body decided against a certificate; see the reason."),
            entry("NOTHING_TO_ISSUE", "No energy", "", "Nothing was produced, so there is nothing to certify."),
            entry("LIVE", "In circulation", "good", "Not retired and not replaced."),
            entry("SUPERSEDED", "Replaced", "", "Split, offered or sold: its successors carry on."),
            entry("ABSENT", "No camera", "", "This device is certified from its meter alone."),
            entry("ADVISORY", "Camera advisory", "", "Footage that disagrees holds a claim; missing footage does not."),
            entry("APPROVED", "Approved", "good", "May receive certificates."),
            entry("REGISTERED", "Registered", "good", "May receive certificates."),
            entry("SUSPENDED", "Suspended", "hold", "No new certificates until the suspension ends."),
            entry("CONSISTENT", "Footage agrees", "good", "The metered energy lies inside what the camera saw."),
            entry(
                    "INCONSISTENT",
                    "Footage disagrees",
                    "bad",
                    "The camera saw a rotor that cannot have produced this energy."),
            entry("INCONCLUSIVE", "Footage unclear", "hold", "No trustworthy footage of the interval."),
            entry("NONE", "No camera", "", "This device is certified from its meter alone."),
            entry("RUNNING", "Turning", "good", "The rotor turns."),
            entry("STOPPED", "Standing still", "", "The rotor does not turn."),
            entry("SIMULATION", "Simulation", "", "Made by the digital twin of a plant, not by a real one."),
            entry("RECORDING", "Recording", "", "Replayed from recorded telemetry of a real plant."),
            entry(
                    "REGISTER_FROM_POWER",
                    "Register from power",
                    "",
                    "The meter register was integrated from recorded power."),
            entry(
                    "METERING_AGENT",
                    "Signed by an agent",
                    "",
                    "A metering agent signed on behalf of a meter that cannot."),
            entry("WIND", "Wind", "", "Wind power"),
            entry("SOLAR", "Solar", "", "Solar power"),
            entry("HYDRO", "Hydro", "", "Hydro power"),
            entry("VOLUNTARY", "Voluntary claim", "", "Disclosed by choice, for instance in a Scope 2 report."),
            entry("COMPLIANCE", "Compliance", "", "Used to meet a legal duty."),
            entry("REQUIRED", "Camera required", "", "No certificate without footage that agrees."),
            entry("OPTIONAL", "Camera optional", "", "Footage is used where there is some."),
            entry("PENDING", "Waiting", "hold", "The receiver has not answered yet."),
            entry("ACCEPTED", "Accepted", "good", "The receiver owns the certificates."),
            entry("RECALLED", "Recalled", "", "The sender took the transfer back."),
            entry("LAPSED", "Lapsed", "", "Nobody answered in time; the certificates are the sender's again."),
            entry("PENDING_TRANSFER", "In transfer", "hold", "Waits for the receiver of a transfer to accept."),
            entry("EXPORT_PENDING", "Being exported", "hold", "Locked until the other registry has confirmed it."),
            entry("DEPOSIT", "Deposit", "good", "Money paid in."),
            entry("WITHDRAWAL", "Withdrawal", "", "Money paid out."),
            entry("PURCHASE", "Purchase", "", "Paid for certificates."),
            entry("SALE", "Sale", "good", "Received for certificates."));

    private Wording() {}

    private static Map.Entry<String, Words> entry(String code, String label, String tone, String meaning) {
        return Map.entry(code, new Words(label, tone, meaning));
    }

    static String label(String code) {
        return find(code).label();
    }

    static String tone(String code) {
        return find(code).tone();
    }

    static String meaning(String code) {
        return find(code).meaning();
    }

    private static Words find(String code) {
        String asked = code == null ? "" : code;
        Words known = WORDS.getOrDefault(asked, OfficeWording.WORDS.get(asked));
        return known == null ? new Words(sentence(asked), "", "") : known;
    }

    /** A code nobody has named yet still reads as words: CLIP_REUSED becomes "Clip reused". */
    private static String sentence(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
