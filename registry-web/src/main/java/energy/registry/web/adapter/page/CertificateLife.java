package energy.registry.web.adapter.page;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
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
    static Worded<List<Step>> of(
            CertificateRow certificate,
            Optional<StatementRow> statement,
            List<HistoryEntry> history,
            Function<String, Worded<List<String>>> signers) {
        Map<String, List<HistoryEntry>> transactions = new LinkedHashMap<>();
        history.forEach(entry -> transactions
                .computeIfAbsent(entry.txId(), tx -> new ArrayList<>())
                .add(entry));
        Map<String, Worded<List<String>>> signed = new LinkedHashMap<>();
        transactions.keySet().forEach(tx -> signed.put(tx, signers.apply(tx)));
        return say -> {
            List<Step> steps = new ArrayList<>();
            statement.ifPresent(row -> evidence(steps, row, say));
            steps.add(claim(certificate, say));
            transactions.forEach((tx, entries) ->
                    steps.add(transaction(tx, entries, signed.get(tx).in(say), say)));
            return steps;
        };
    }

    private static void evidence(List<Step> steps, StatementRow row, Display say) {
        String link = "/app/intervals/" + row.statementDigest() + "/" + row.interval();
        String register =
                say.word("life.register-text", say.count(row.registerStartWh()), say.count(row.registerEndWh()));
        String sequence = say.word("life.sequence-text", "" + row.sequence(), "" + row.epoch());
        steps.add(new Step(
                "",
                say.word("life.meter"),
                row.receivedAt(),
                say.word("life.meter-text", row.meterId(), say.energy(row.energyWh()), period(row, say)),
                "",
                List.of(),
                List.of(
                        new Fact(say.word("life.register"), register),
                        new Fact(say.word("life.sequence"), sequence),
                        new Fact(say.word("life.origin"), say.origin(row.origin())),
                        new Fact(say.word("life.digest"), row.statementDigest())),
                link,
                say.word("life.reading")));
        row.verdicts().forEach(verdict -> steps.add(footage(row, verdict, say)));
    }

    private static String period(StatementRow row, Display say) {
        return say.inUtc().period(row.start(), row.end());
    }

    private static Step footage(StatementRow row, VerdictRow verdict, Display say) {
        String seen = verdict.measured()
                ? say.word(
                        "life.seen",
                        verdict.cameraId(),
                        say.rpmWithUncertainty(verdict.milliRpm(), verdict.milliRpmUncertainty()))
                : say.word("life.not-seen", verdict.cameraId(), say.say(verdict.state()));
        String allowed = row.hasEnvelope()
                ? " " + say.word("life.allows", say.energy(row.envelopeMinWh()), say.energy(row.envelopeMaxWh()))
                : "";
        return new Step(
                say.tone(row.cameraFinding()),
                say.word("life.footage"),
                null,
                seen + allowed,
                "",
                List.of(),
                List.of(
                        new Fact(say.word("life.camera"), verdict.cameraId()),
                        new Fact(say.word("life.clip"), verdict.clipDigest()),
                        new Fact(say.word("life.verdict"), verdict.verdictDigest())),
                "",
                "",
                verdict.ofArray()
                        ? ""
                        : "/api/v1/statements/" + row.statementDigest() + "/clips/" + verdict.clipDigest()
                                + "/kymograph.png",
                null);
    }

    private static Step claim(CertificateRow certificate, Display say) {
        return new Step(
                say.tone(certificate.finding()),
                say.word("life.claim"),
                null,
                say.word("life.claim-text", say.within(certificate.finding())),
                "",
                List.of(),
                List.of(
                        new Fact(say.word("life.claim-id"), certificate.claimId()),
                        new Fact(say.word("life.root"), certificate.evidenceRoot())),
                "",
                "");
    }

    private static Step transaction(String txId, List<HistoryEntry> entries, List<String> signers, Display say) {
        HistoryEntry told = entries.stream()
                .min(Comparator.comparingInt(CertificateLife::rank))
                .orElseThrow();
        boolean retired = told.type().equals("CertificateRetired");
        String no = retired ? String.valueOf(told.data().getOrDefault("statementNo", "")) : "";
        Optional<String> sentence = EventWords.sentence(told, say);
        return new Step(
                retired ? "end" : "",
                EventWords.title(told, say),
                told.at(),
                sentence.orElse(told.sentence()),
                txId,
                signers,
                retired ? beneficiary(told.data(), say) : List.of(),
                no.isEmpty() ? "" : "/app/statements/" + no,
                say.word("life.open", no),
                "",
                sentence.isPresent() ? null : say.english());
    }

    private static List<Fact> beneficiary(Map<String, Object> retirement, Display say) {
        List<Fact> facts = new ArrayList<>();
        if (retirement.get("beneficiary") instanceof Map<?, ?> given) {
            facts.add(new Fact(say.word("statement.beneficiary"), String.valueOf(given.get("name"))));
            facts.add(new Fact(say.word("statement.country"), String.valueOf(given.get("country"))));
        }
        facts.add(new Fact(say.word("statement.purpose"), String.valueOf(retirement.getOrDefault("purpose", "–"))));
        facts.add(new Fact(
                say.word("life.period"),
                say.word(
                        "life.from-to",
                        "" + retirement.getOrDefault("periodStart", "–"),
                        "" + retirement.getOrDefault("periodEnd", "–"))));
        return facts;
    }

    private static int rank(HistoryEntry entry) {
        int place = TELLING.indexOf(entry.type());
        return place < 0 ? TELLING.size() : place;
    }
}
