package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Beneficiary;
import energy.registry.web.model.Interval;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Role;
import energy.registry.web.model.ScopeTwoReport;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.StatementDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a report adds up, and what it says of the quality criteria. */
final class ScopeTwoReportsTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Actor BRUNO = new Actor("bruno", "acme", Set.of(Role.BUYER));

    private final List<RetirementRow> rows = List.of(
            row("RS-1", "Acme Works", JANUARY, FEBRUARY, 600_000, 10),
            row("RS-2", "Acme Works", FEBRUARY, MARCH, 400_000, 0));
    private final ScopeTwoReports reports =
            new ScopeTwoReports(new MemoryRetirements(), new NoPaper(), Clock.fixed(MARCH, ZoneOffset.UTC));

    /** Acme's retirements. */
    private final class MemoryRetirements implements Retirements {
        @Override
        public Slice<RetirementRow> list(String owner, Window window) {
            return new Slice<>(owner.equals("acme") ? rows : List.of(), "");
        }

        @Override
        public Slice<RetirementRow> withoutLines(String owner, Window window) {
            throw new UnsupportedOperationException("a report says every line");
        }

        @Override
        public List<RetirementRow> of(String owner, ReportAsk ask, int most) {
            return list(owner, Window.first(most)).items().stream()
                    .filter(ask::takes)
                    .toList();
        }

        @Override
        public Optional<RetirementRow> find(String statementNo) {
            return Optional.empty();
        }

        @Override
        public List<String> statementsOf(String certificateId) {
            return List.of();
        }
    }

    /** Documents without content; their look is tested elsewhere. */
    private static final class NoPaper implements StatementDocument {
        @Override
        public byte[] pdf(RetirementRow retirement, String bundle, String language) {
            return new byte[1];
        }

        @Override
        public byte[] report(ScopeTwoReport report) {
            return new byte[1];
        }
    }

    private static RetirementRow row(
            String number, String name, Instant from, Instant until, long wattHours, long gramsPerKwh) {
        Interval hour = new Interval(JANUARY, JANUARY.plusSeconds(3_600), 0, wattHours);
        RetirementLine line = new RetirementLine(
                "c",
                "WTG-1",
                "Nordhang 1",
                "WIND",
                "DE",
                "zone",
                "",
                null,
                List.of(),
                gramsPerKwh,
                0,
                wattHours,
                List.of(hour),
                List.of(),
                "CONSISTENT",
                "claim");
        return new RetirementRow(
                number,
                "r",
                "acme",
                "Acme",
                wattHours,
                new Beneficiary(name, "", "DE", ""),
                "Scope 2",
                "VOLUNTARY",
                from,
                until,
                "",
                "",
                until,
                "tx",
                List.of(line));
    }

    private ScopeTwoReport report(ReportAsk ask) {
        return reports.report(BRUNO, ask).result().orElseThrow();
    }

    private static ReportAsk all(long consumption, long grid, long residual) {
        return new ReportAsk(List.of(), null, null, "", consumption, grid, residual);
    }

    @Test
    void reckonsBothWays() {
        ScopeTwoReport report = report(all(1_500_000, 380, 500));
        assertThat(report.quantityWh()).isEqualTo(1_000_000);
        assertThat(report.openWh()).isEqualTo(500_000);
        assertThat(report.marketGrams()).as("600 kWh x 10 g + 500 kWh x 500 g").isEqualTo(6_000 + 250_000);
        assertThat(report.locationGrams()).as("1,500 kWh x 380 g").isEqualTo(570_000);
        assertThat(report.wattHoursByHour()[0]).isEqualTo(1_000_000);
    }

    @Test
    void choosesByNumberPeriodAndBeneficiary() {
        assertThat(report(new ReportAsk(List.of("RS-2"), null, null, "", 0, 0, 0))
                        .quantityWh())
                .isEqualTo(400_000);
        assertThat(report(new ReportAsk(List.of(), FEBRUARY, MARCH, "", 0, 0, 0))
                        .quantityWh())
                .isEqualTo(400_000);
        assertThat(report(new ReportAsk(List.of(), null, null, "Somebody else", 0, 0, 0))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void judgesWhatTheLedgerKnowsAndNoMore() {
        ScopeTwoReport report = report(all(0, 0, 0));
        assertThat(report.criteria()).hasSize(8);
        assertThat(report.criteria())
                .extracting(ScopeTwoReport.Criterion::verdict)
                .containsExactly("MET", "MET", "MET", "LOOK", "MET", "OUTSIDE", "OUTSIDE", "LOOK");
        assertThat(report.criteria().get(3).finding()).startsWith("60.0 %");
        ReportAsk january = new ReportAsk(List.of("RS-1"), null, null, "", 0, 0, 500);
        assertThat(report(january).criteria().get(3).verdict()).isEqualTo("MET");
        assertThat(report(january).criteria().get(7).verdict()).isEqualTo("MET");
    }

    @Test
    void isOnesOwnOrganisationsAlone() {
        Actor bea = new Actor("bea", "globex", Set.of(Role.BUYER));
        assertThat(reports.report(bea, new ReportAsk(List.of("RS-1"), null, null, "", 0, 0, 0))
                        .result()
                        .orElseThrow()
                        .isEmpty())
                .isTrue();
        assertThat(reports.pdf(bea, all(0, 0, 0)).whyNot().orElseThrow().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        Actor rita = new Actor("rita", "regulator", Set.of(Role.REGULATOR));
        assertThat(reports.report(rita, all(0, 0, 0)).isDone()).isFalse();
    }
}
