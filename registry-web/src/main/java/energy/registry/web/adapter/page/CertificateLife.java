package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.view.Fact;
import energy.registry.web.adapter.page.view.Step;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.StatementRow;
import energy.registry.web.model.VerdictRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate's life as stations: meter, footage, claim, then one for each ledger transaction up to the
 * beneficiary.
 */
final class CertificateLife {
    private static final Display SAY = Pages.display();
    /** Which event tells a transaction's story best, most telling first. */
    private static final List<String> TELLING = List.of(
            "CertificateRetired",
            "RetirementReversed",
            "CertificateWithdrawn",
            "CertificateExpired",
            "CertificateExported",
            "StorageCharged",
            "TradeSettled",
            "CertificateChanged",
            "CertificateConsumed");

    private CertificateLife() {}

    /** {@code signers} names who signed a transaction; it may know nothing. */
    static List<Step> of(
            CertificateRow certificate,
            Optional<StatementRow> statement,
            List<HistoryEntry> history,
            Function<String, List<String>> signers) {
        List<Step> steps = new ArrayList<>();
        statement.ifPresent(row -> evidence(steps, row));
        steps.add(claim(certificate));
        Map<String, List<HistoryEntry>> transactions = new LinkedHashMap<>();
        history.forEach(entry -> transactions
                .computeIfAbsent(entry.txId(), tx -> new ArrayList<>())
                .add(entry));
        transactions.forEach((tx, entries) -> steps.add(transaction(tx, entries, signers.apply(tx))));
        return steps;
    }

    private static void evidence(List<Step> steps, StatementRow row) {
        String link = "/app/intervals/" + row.statementDigest() + "/" + row.interval();
        steps.add(new Step(
                "",
                "The meter reported",
                row.receivedAt(),
                "Meter " + row.meterId() + " signed " + SAY.energy(row.energyWh()) + " for "
                        + SAY.period(row.start(), row.end()) + ".",
                "",
                List.of(),
                List.of(
                        new Fact(
                                "Register",
                                SAY.count(row.registerStartWh()) + " to " + SAY.count(row.registerEndWh()) + " Wh"),
                        new Fact("Sequence", row.sequence() + " (epoch " + row.epoch() + ")"),
                        new Fact("Origin", SAY.origin(row.origin())),
                        new Fact("Statement digest", row.statementDigest())),
                link,
                "See the reading and the footage"));
        row.verdicts().forEach(verdict -> steps.add(footage(row, verdict)));
    }

    private static Step footage(StatementRow row, VerdictRow verdict) {
        String seen = verdict.measured()
                ? "Camera " + verdict.cameraId() + " saw the rotor at "
                        + SAY.rpmWithUncertainty(verdict.milliRpm(), verdict.milliRpmUncertainty()) + "."
                : "Camera " + verdict.cameraId() + ": " + SAY.say(verdict.state()) + ".";
        String allowed = row.hasEnvelope()
                ? " That allows " + SAY.energy(row.envelopeMinWh()) + " to " + SAY.energy(row.envelopeMaxWh()) + "."
                : "";
        return new Step(
                SAY.tone(row.cameraFinding()),
                "The footage was measured",
                null,
                seen + allowed,
                "",
                List.of(),
                List.of(
                        new Fact("Camera", verdict.cameraId()),
                        new Fact("Clip", verdict.clipDigest()),
                        new Fact("Verdict", verdict.verdictDigest())),
                "",
                "",
                "/api/v1/statements/" + row.statementDigest() + "/clips/" + verdict.clipDigest() + "/kymograph.png");
    }

    private static Step claim(CertificateRow certificate) {
        return new Step(
                SAY.tone(certificate.finding()),
                "The claim was signed",
                null,
                "Meter and camera together: " + SAY.say(certificate.finding()).toLowerCase(java.util.Locale.ROOT) + ".",
                "",
                List.of(),
                List.of(
                        new Fact("Claim", certificate.claimId()),
                        new Fact("Evidence root", certificate.evidenceRoot())),
                "",
                "");
    }

    private static Step transaction(String txId, List<HistoryEntry> entries, List<String> signers) {
        HistoryEntry told = entries.stream()
                .min(Comparator.comparingInt(CertificateLife::rank))
                .orElseThrow();
        boolean retired = told.type().equals("CertificateRetired");
        String no = retired ? String.valueOf(told.data().getOrDefault("statementNo", "")) : "";
        return new Step(
                retired ? "end" : "",
                title(told),
                told.at(),
                told.sentence(),
                txId,
                signers,
                retired ? beneficiary(told.data()) : List.of(),
                no.isEmpty() ? "" : "/app/statements/" + no,
                "Open the statement " + no);
    }

    private static List<Fact> beneficiary(Map<String, Object> retirement) {
        List<Fact> facts = new ArrayList<>();
        if (retirement.get("beneficiary") instanceof Map<?, ?> given) {
            facts.add(new Fact("Beneficiary", String.valueOf(given.get("name"))));
            facts.add(new Fact("Country", String.valueOf(given.get("country"))));
        }
        facts.add(new Fact("Purpose", String.valueOf(retirement.getOrDefault("purpose", "–"))));
        facts.add(new Fact(
                "Period",
                retirement.getOrDefault("periodStart", "–") + " to " + retirement.getOrDefault("periodEnd", "–")));
        return facts;
    }

    private static int rank(HistoryEntry entry) {
        int place = TELLING.indexOf(entry.type());
        return place < 0 ? TELLING.size() : place;
    }

    private static String title(HistoryEntry entry) {
        return switch (entry.type()) {
            case "CertificateRetired" -> "Retired";
            case "TradeSettled" -> "Sold";
            case "CertificateWithdrawn" -> "Withdrawn";
            case "CertificateExpired" -> "Expired";
            case "CertificateExported" -> "Exported to another registry";
            case "StorageCharged" -> "Charged a storage unit";
            case "RetirementReversed" -> "Retirement reversed";
            case "CertificateChanged" -> changed(entry.data());
            default -> SAY.say(entry.type());
        };
    }

    private static String changed(Map<String, Object> data) {
        boolean first = !(data.get("previous") instanceof List<?> previous) || previous.isEmpty();
        if (first) {
            return "Issued";
        }
        if (data.get("transfer") != null) {
            return "Transfer proposed";
        }
        return data.get("offer") == null ? "Changed hands or was split" : "Offered for sale";
    }
}
