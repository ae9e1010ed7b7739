package energy.registry.web.adapter.page.display;

import java.util.Map;
import java.util.Optional;

/** What the codes of the offices' cases are called, what they mean, and in which tone they are shown. */
final class OfficeWording {
    private static final Map<String, Wording.Label> WORDS = Map.ofEntries(
            entry("HOOK_ON", "Switched on", "good", "Every event that concerns you is sent there."),
            entry("CALL_WAITING", "Waits", "hold", "It is tried again later."),
            entry("CALL_SENT", "Arrived", "good", "The address took it."),
            entry("CALL_GIVEN_UP", "Given up", "bad", "All tries are used up."),
            entry("LOGIN_OPEN", "May sign in", "good", ""),
            entry("generator", "Generator", "", "Certifies and offers what its devices produce."),
            entry("buyer", "Buyer", "", "Buys, holds and retires certificates."),
            entry("generator buyer", "Generator and buyer", "", ""),
            entry("regulator", "Regulator", "", "Sees everything."),
            entry("issuing-body", "Issuing body", "", "Decides."),
            entry("organisation-admin", "Administrator", "", "Manages the people of the organisation."),
            entry("CASE_DRAFT", "Draft", "", "Only your organisation sees it. Nothing has been submitted."),
            entry(
                    "CASE_SUBMITTED",
                    "With the issuing body",
                    "info",
                    "The issuing body checks the answers against the documents."),
            entry(
                    "CASE_REFERRED",
                    "Referred back",
                    "hold",
                    "Something has to be put right; then it can be submitted again."),
            entry(
                    "CASE_AWAITING_CONSENT",
                    "With the regulator",
                    "hold",
                    "The issuing body would approve it; the regulator has to consent first."),
            entry("CASE_APPROVED", "Approved", "good", "It stands on the ledger."),
            entry("CASE_REJECTED", "Rejected", "bad", "It was not accepted; the reason stands beside."),
            entry("CASE_WITHDRAWN", "Taken back", "", "The applicant took it back."),
            entry("CASE_OPEN", "Open", "info", "It waits for an answer."),
            entry("CASE_CLOSED", "Done", "", "Nothing is left to do."),
            entry("CASE_SUSPENDED", "Suspended", "hold", "Switched off for now."),
            entry(
                    "KEY_PENDING",
                    "Waits for approval",
                    "hold",
                    "The issuing body compares it with what the owner sent on paper."),
            entry("KEY_APPROVED", "In force", "good", "What it signs counts."),
            entry("KEY_REJECTED", "Rejected", "bad", "It never counted."),
            entry("KEY_REVOKED", "Revoked", "bad", "Nothing signed with it counts any more."),
            entry("OUTCOME_FLAG", "Noted", "", "It is written down beside the reading."),
            entry("OUTCOME_HOLD", "Held for a person", "hold", "The issuing body decides."),
            entry("OUTCOME_REJECT", "Refused", "bad", "The reading does not count."),
            entry("ISSUING_BODY", "Issuing body", "", ""),
            entry("REGULATOR", "Regulator", "", ""),
            entry("OWNER_DECLARATION", "Owner's declaration", "", ""),
            entry("SINGLE_LINE_DIAGRAM", "Single-line diagram", "", ""),
            entry("METERING_EVIDENCE", "Metering evidence", "", ""),
            entry("COMMISSIONING", "Commissioning report", "", ""),
            entry("PHOTO", "Photo with position", "", ""),
            entry("meteringPointId", "metering point", "", ""),
            entry("meterId", "meter id", "", ""),
            entry("meterSerial", "meter by maker and serial number", "", ""),
            entry("deviceId", "device id", "", ""));

    private OfficeWording() {}

    static Optional<Wording.Label> find(String code) {
        return Optional.ofNullable(WORDS.get(code));
    }

    private static Map.Entry<String, Wording.Label> entry(String code, String label, String tone, String meaning) {
        return Map.entry(code, new Wording.Label(label, tone, meaning));
    }
}
