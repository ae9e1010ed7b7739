package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.page.display.Display;
import energy.registry.web.adapter.page.display.Worded;
import energy.registry.web.adapter.page.view.Step;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.HistoryEntry;
import energy.registry.web.model.StatementRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateLifeTest {
    private static final Display SAY = new Display();
    private static final Display GERMAN = Display.in("UTC", Locale.GERMAN);
    private static final CertificateRow CERTIFICATE = SampleRows.certificate("RETIRED");
    private static final List<HistoryEntry> HISTORY = List.of(
            event(1, "tx-issue", "CertificateChanged", Map.of("previous", List.of())),
            event(2, "tx-offer", "CertificateConsumed", Map.of("command", "Offer")),
            event(
                    3,
                    "tx-offer",
                    "CertificateChanged",
                    Map.of("previous", List.of("a"), "offer", Map.of("currency", "EUR"))),
            event(4, "tx-sale", "CertificateConsumed", Map.of()),
            event(5, "tx-sale", "CertificateChanged", Map.of("previous", List.of("a"))),
            event(6, "tx-sale", "TradeSettled", Map.of()),
            event(7, "tx-retire", "CertificateConsumed", Map.of()),
            event(8, "tx-retire", "CertificateRetired", Map.of("statementNo", "RS-1")));

    @Test
    void runsFromTheMeterToTheBeneficiaryWithOneStationForEachTransaction() {
        List<Step> steps = CertificateLife.of(
                        CERTIFICATE,
                        Optional.of(SampleRows.statement("ISSUED", 12)),
                        HISTORY,
                        tx -> say -> List.of("Notary"))
                .in(SAY);
        assertThat(steps)
                .extracting(Step::title)
                .containsExactly(
                        "The meter reported",
                        "The footage was measured",
                        "The claim was signed",
                        "Issued",
                        "Offered for sale",
                        "Sold",
                        "Retired");
        assertThat(steps.get(1).text()).contains("12.10 ± 0.04 rpm").contains("allows");
        assertThat(steps.get(5).signers()).containsExactly("Notary");
    }

    @Test
    void showsAKymographWhereARotorWasSeenAndNoneOfAnArray() {
        assertThat(footage(SampleRows.statement("ISSUED", 12)).picture()).endsWith("/kymograph.png");
        assertThat(footage(SampleRows.statementOfArray()).picture()).isEmpty();
    }

    private static Step footage(StatementRow row) {
        return CertificateLife.of(CERTIFICATE, Optional.of(row), HISTORY, tx -> say -> List.of())
                .in(SAY)
                .get(1);
    }

    @Test
    void tellsTheLedgersEventsAsTheFeedDoes() {
        Map<String, Object> retired = Map.of(
                "owner",
                "acme",
                "quantityWh",
                392_250,
                "statementNo",
                "RS-1",
                "beneficiary",
                Map.of("name", "ACME Rechenzentrum GmbH"));
        assertThat(EventWords.sentence(event(1, "t", "CertificateRetired", retired), SAY))
                .contains("acme retired 392250 Wh for ACME Rechenzentrum GmbH (statement RS-1).");
        assertThat(EventWords.sentence(event(1, "t", "CertificateRetired", retired), GERMAN))
                .contains("acme entwertete 392.250 Wh für ACME Rechenzentrum GmbH (Nachweis RS-1).");
        Map<String, Object> issued = Map.of("previous", List.of(), "owner", "acme", "serialFrom", 5, "serialTo", 9L);
        assertThat(EventWords.sentence(event(1, "t", "CertificateChanged", issued), SAY))
                .contains("A certificate of 4 Wh was issued to acme.");
    }

    @Test
    void leavesAnEventThatNobodyPutIntoWordsInEnglishAndSaysSo() {
        List<HistoryEntry> unheard = List.of(event(1, "tx", "NeverHeardOf", Map.of()));
        Worded<List<Step>> life = CertificateLife.of(CERTIFICATE, Optional.empty(), unheard, tx -> say -> List.of());
        assertThat(life.in(GERMAN).get(1).text()).isEqualTo("It happened.");
        assertThat(life.in(GERMAN).get(1).language()).isEqualTo("en");
        assertThat(life.in(SAY).get(1).language()).isNull();
    }

    @Test
    void endsAtTheStatement() {
        List<Step> steps = CertificateLife.of(CERTIFICATE, Optional.empty(), HISTORY, tx -> say -> List.of())
                .in(SAY);
        Step last = steps.get(steps.size() - 1);
        assertThat(last.tone()).isEqualTo("end");
        assertThat(last.link()).isEqualTo("/app/statements/RS-1");
    }

    @Test
    void beginsWithTheClaimForThoseWhoMayNotReadTheMeter() {
        List<Step> steps = CertificateLife.of(CERTIFICATE, Optional.empty(), List.of(), tx -> say -> List.of())
                .in(SAY);
        assertThat(steps).extracting(Step::title).containsExactly("The claim was signed");
    }

    @Test
    void namesTheSignersOfATransactionAndSurvivesOneThatCannotBeRead() {
        String key = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        String json = "{\"signatures\":[{\"keyId\":\"" + key + "\",\"party\":\"Notary\"},{\"keyId\":\"" + key + "\"}]}";
        assertThat(TransactionSigners.of(json).in(SAY))
                .containsExactly("Notary, key 9f86d081…f00a08", "Key 9f86d081…f00a08");
        assertThat(TransactionSigners.of("not json").in(SAY)).isEmpty();
    }

    private static HistoryEntry event(long seq, String tx, String type, Map<String, Object> data) {
        return new HistoryEntry(seq, Instant.EPOCH.plusSeconds(seq), tx, type, "c", "It happened.", data);
    }
}
