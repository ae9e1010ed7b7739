package energy.registry.web.adapter.document;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.fixture.TakenBack;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.Interval;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The printed statement says what it must. */
final class PdfStatementTest {
    private static final URI BASE = URI.create("https://registry.example");

    @Test
    void theStatementHoldsEveryFactOfTheRetirement() throws IOException {
        String text =
                text(new PdfStatement(BASE).pdf(statement(List.of("RECORDING", "REGISTER_FROM_POWER"), 3), "", "en"));
        assertThat(text)
                .contains("RS-7K3M-Q9TZ-01AB-CDEF")
                .contains("Acme Werk Köln GmbH")
                .contains("Acme Chemie AG")
                .contains("0.750000 MWh")
                .contains("750,000 Wh")
                .contains("Nordhang 1")
                .contains("In operation since 2019-05-01")
                .contains("0 – 250,000")
                .contains("from ≤ n < to")
                .contains("Scope 2 report")
                .contains("2026-02-01 09:00 UTC")
                .contains("https://registry.example/verify/RS-7K3M-Q9TZ-01AB-CDEF")
                .contains("f".repeat(64))
                .contains("ops/registry verify")
                .contains("RECORDING");
    }

    @Test
    void aStatementOfSimulatedEnergySaysSoFirst() throws IOException {
        String text = text(new PdfStatement(BASE).pdf(statement(List.of("SIMULATION"), 1), "", "en"));
        assertThat(text.indexOf("SIMULATION")).isBetween(0, text.indexOf("Certificates"));
        assertThat(text).contains("must not be used for a claim");
    }

    @Test
    void aRealStatementCarriesNoMark() throws IOException {
        assertThat(text(new PdfStatement(BASE).pdf(statement(List.of(), 1), "", "en")))
                .doesNotContain("SIMULATION", "RECORDING");
    }

    @Test
    void aStatementThatWasTakenBackSaysSoAndNothingToTheContrary() throws IOException {
        RetirementRow row = statement(List.of(), 1);
        String standing = "removed from circulation for good";
        assertThat(text(new PdfStatement(BASE).pdf(row, "", "en"))).contains(standing);
        assertThat(text(new PdfStatement(BASE).pdf(TakenBack.of(row), "", "en")))
                .contains("This retirement was taken back", TakenBack.REASON, "proves nothing")
                .doesNotContain(standing);
    }

    @Test
    void theDocumentIsTaggedAndNamed() throws IOException {
        byte[] pdf = new PdfStatement(BASE).pdf(statement(List.of(), 40), "", "en");
        Files.write(Path.of("target", "statement.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("RS-7K3M-Q9TZ-01AB-CDEF");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getNumberOfPages()).isBetween(2, 6);
        }
    }

    @Test
    void aGermanStatementSpeaksGerman() throws IOException {
        byte[] pdf = new PdfStatement(BASE).pdf(statement(List.of("SIMULATION"), 1), "", "de");
        assertThat(text(pdf))
                .contains("Entwertungsnachweis", "Begünstigter", "Seite 1 von", "keine wirkliche Energie")
                .doesNotContain("Beneficiary", "??");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    @Test
    void whatTheLedgerProvesIsPrintedAndWhatItDoesNotProveIsNot() throws IOException {
        LedgerBundle bundle = LedgerBundle.of(3);
        RetirementRow row = statement(List.of(), 1);
        RetirementRow proven = bundle.retirement(row);
        LedgerProof proof = LedgerProof.of(proven, bundle.json()).orElseThrow();
        assertThat(proof.signatures())
                .extracting(signature -> signature.by() + " " + signature.act())
                .containsExactly("issuingBody issuance", "notary issuance", "owner retirement", "notary retirement");
        assertThat(bundle.climbs(proof)).isEqualTo(proven.txId());
        assertThat(text(new PdfStatement(BASE).pdf(proven, bundle.json(), "en")))
                .contains("Signatures and proof of inclusion", "Issuing body", proof.leaf())
                .contains(proof.path().get(0).hash());
        assertThat(LedgerProof.of(row, bundle.json())).as("another transaction").isEmpty();
        assertThat(LedgerProof.of(proven, bundle.json().replace(bundle.component(), "AAAA")))
                .as("a changed component")
                .isEmpty();
    }

    @Test
    void aReportHoldsTheCriteriaAndEveryStatement() throws IOException {
        RetirementRow row = statement(List.of(), 2);
        ReportAsk ask = new ReportAsk(List.of(), null, null, "", 1_000_000, 380, 500);
        ScopeTwoReport report = new ScopeTwoReport(
                "Acme Chemie AG",
                ask,
                Instant.parse("2026-03-01T00:00:00Z"),
                List.of(row, row),
                1_000_000,
                List.of(new ScopeTwoReport.Share("WIND", 1_000_000)),
                List.of(),
                new long[24],
                0,
                380_000,
                List.of(new ScopeTwoReport.Criterion(3, "Is tracked and retired.", "MET", "Retired for Acme.")));
        byte[] pdf = new PdfStatement(BASE).report(report);
        Files.write(Path.of("target", "report.pdf"), pdf);
        assertThat(text(pdf))
                .contains("Scope 2 report", "Acme Chemie AG", "1.000000 MWh retired", "380,000 g CO2e")
                .contains("Is tracked and retired.", "Met.", "RS-7K3M-Q9TZ-01AB-CDEF", "Nordhang 1");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    private static RetirementRow statement(List<String> marks, int lines) {
        List<RetirementLine> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(line(marks, i * 250_000L));
        }
        return new RetirementRow(
                "RS-7K3M-Q9TZ-01AB-CDEF",
                "f".repeat(64) + ":0",
                "acme",
                "Acme Chemie AG",
                lines * 250_000L,
                new Beneficiary("Acme Werk Köln GmbH", "HRB 4711", "DE", "Köln, Rheinallee 3"),
                "Scope 2 report",
                "VOLUNTARY",
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-02-01T00:00:00Z"),
                "",
                "First delivery of the year",
                Instant.parse("2026-02-01T09:00:00Z"),
                "f".repeat(64),
                all);
    }

    private static RetirementLine line(List<String> marks, long from) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(from / 250_000 * 1_800);
        return new RetirementLine(
                "WTG-0001:20260101T0000Z:" + from + "-" + (from + 250_000),
                "WTG-0001",
                "Nordhang 1",
                "WIND",
                "DE",
                "10Y1001A1001A82H",
                "Schleswig-Holstein",
                LocalDate.parse("2019-05-01"),
                List.of(),
                0,
                from,
                from + 250_000,
                List.of(
                        new Interval(start, start.plusSeconds(900), from, from + 150_000),
                        new Interval(start.plusSeconds(900), start.plusSeconds(1_800), from + 150_000, from + 250_000)),
                marks,
                "CONSISTENT",
                "c".repeat(64));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
