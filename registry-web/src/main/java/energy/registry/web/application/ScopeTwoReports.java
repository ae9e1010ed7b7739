package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Interval;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Role;
import energy.registry.web.model.ScopeTwoReport;
import energy.registry.web.model.ScopeTwoReport.Share;
import energy.registry.web.port.Retirements;
import energy.registry.web.port.StatementDocument;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An organisation's own retirements, put together for a report over a period or a beneficiary. */
public final class ScopeTwoReports {
    /** Statements in one report: what a reader can still check line by line. */
    public static final int STATEMENTS_MAX = 1_000;

    private static final long WH_PER_KWH = 1_000;
    private static final int HOURS = 24;

    private final Retirements retirements;
    private final StatementDocument document;
    private final Clock clock;

    public ScopeTwoReports(Retirements retirements, StatementDocument document, Clock clock) {
        this.retirements = retirements;
        this.document = document;
        this.clock = clock;
    }

    public Outcome<ScopeTwoReport> report(Actor actor, ReportAsk ask) {
        Optional<Refusal> refusal = Permission.missing(actor, Role.BUYER, Role.GENERATOR);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        List<RetirementRow> chosen = retirements.of(actor.organisation(), ask, STATEMENTS_MAX + 1);
        if (chosen.size() > STATEMENTS_MAX) {
            return Outcome.refused(Refusal.invalid(
                    "statements",
                    "more than " + STATEMENTS_MAX,
                    "A report takes at most " + STATEMENTS_MAX + " statements: choose a shorter period."));
        }
        return Outcome.done(put(ask, chosen));
    }

    public Outcome<byte[]> pdf(Actor actor, ReportAsk ask) {
        return report(actor, ask)
                .then(report -> report.isEmpty()
                        ? Outcome.refused(Refusal.notFound("A retirement that fits the report"))
                        : Outcome.done(document.report(report)));
    }

    private ScopeTwoReport put(ReportAsk ask, List<RetirementRow> statements) {
        List<RetirementLine> lines =
                statements.stream().flatMap(row -> row.lines().stream()).toList();
        long quantity = lines.stream().mapToLong(RetirementLine::quantityWh).sum();
        long covered = lines.stream()
                .mapToLong(line -> grams(line.quantityWh(), line.emissionFactorGramsPerKwh()))
                .sum();
        long open = Math.max(0, ask.consumptionWh() - quantity);
        return new ScopeTwoReport(
                statements.isEmpty() ? "" : statements.get(0).ownerName(),
                ask,
                clock.instant(),
                statements,
                quantity,
                shares(lines, RetirementLine::technology),
                shares(lines, RetirementLine::zone),
                byHour(lines),
                covered + grams(open, ask.residualGramsPerKwh()),
                grams(ask.consumptionWh(), ask.gridGramsPerKwh()),
                statements.isEmpty() ? List.of() : new QualityCriteria(statements, ask).all());
    }

    private static long grams(long wattHours, long gramsPerKwh) {
        return Math.round((double) wattHours * gramsPerKwh / WH_PER_KWH);
    }

    private static List<Share> shares(List<RetirementLine> lines, Function<RetirementLine, String> code) {
        Map<String, Long> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(code.apply(line), line.quantityWh(), Long::sum));
        return sums.entrySet().stream()
                .map(each -> new Share(each.getKey(), each.getValue()))
                .toList();
    }

    private static long[] byHour(List<RetirementLine> lines) {
        long[] hours = new long[HOURS];
        for (RetirementLine line : lines) {
            for (Interval interval : line.intervals()) {
                hours[interval.start().atZone(ZoneOffset.UTC).getHour()] += interval.quantityWh();
            }
        }
        return hours;
    }
}
