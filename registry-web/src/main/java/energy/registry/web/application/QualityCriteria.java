package energy.registry.web.application;

import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementLine;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport.Criterion;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The eight Scope 2 Quality Criteria of the GHG Protocol Scope 2 Guidance (table 7.1), held against what the ledger knows. What it does
 * not know is said to be the reporting company's to judge.
 */
final class QualityCriteria {
    private static final String MET = "MET";
    private static final String LOOK = "LOOK";
    private static final String OUTSIDE = "OUTSIDE";
    private static final long WHOLE = 1_000;

    private final List<RetirementRow> statements;
    private final ReportAsk ask;

    QualityCriteria(List<RetirementRow> statements, ReportAsk ask) {
        this.statements = statements;
        this.ask = ask;
    }

    List<Criterion> all() {
        return List.of(
                new Criterion(
                        1,
                        "Conveys the direct GHG emission rate of the electricity.",
                        MET,
                        "Every line states the emission factor of its plant."),
                new Criterion(
                        2,
                        "Is the only instrument that carries the emission rate claim of that electricity.",
                        MET,
                        "The ledger issues each watt-hour of a plant once. That no other scheme certifies it too rests on the "
                                + "plant owner's attestation of exclusivity."),
                retired(),
                vintage(),
                market(),
                new Criterion(
                        6,
                        "A supplier's own emission factor counts delivered electricity and certificates retired for its customers.",
                        OUTSIDE,
                        "Concerns suppliers that publish a factor of their own."),
                new Criterion(
                        7,
                        "With direct purchase or on-site generation, all instruments go to the reporting company alone.",
                        OUTSIDE,
                        "For the reporting company to state where it buys directly or generates itself."),
                residual());
    }

    private Criterion retired() {
        long names = statements.stream()
                .map(statement -> statement.beneficiary().name())
                .distinct()
                .count();
        String finding = names == 1
                ? "Retired on the ledger for " + statements.get(0).beneficiary().name() + "."
                : "Retired on the ledger for " + names + " beneficiaries: report each for itself.";
        return new Criterion(
                3,
                "Is tracked and retired by or on behalf of the reporting company.",
                names == 1 ? MET : LOOK,
                finding);
    }

    private Criterion vintage() {
        long inside = perMille((statement, line) ->
                !line.start().isBefore(statement.periodStart()) && !line.end().isAfter(statement.periodEnd()));
        return new Criterion(
                4,
                "Is issued and retired as close as possible to the period of consumption.",
                inside == WHOLE ? MET : LOOK,
                share(inside) + " of the energy was produced within the claimed period of use.");
    }

    private Criterion market() {
        long same = perMille((statement, line) ->
                line.country().equals(statement.beneficiary().country()));
        return new Criterion(
                5,
                "Comes from the same market as the consumption.",
                same == WHOLE ? MET : LOOK,
                share(same)
                        + " of the energy comes from the beneficiary's own country; whether others are one market with it "
                        + "is for the reporting company to judge.");
    }

    private Criterion residual() {
        return new Criterion(
                8,
                "A residual mix is used for what is not covered, or its absence is disclosed.",
                ask.residualGramsPerKwh() > 0 ? MET : LOOK,
                ask.residualGramsPerKwh() > 0
                        ? "Reckoned with " + ask.residualGramsPerKwh()
                                + " g CO2e per kWh, as given by the reporting company."
                        : "No residual mix was given: disclose that, and use the grid's average for what is not covered.");
    }

    /** Share of the energy for which this holds, in per mille, rounded down. */
    private long perMille(BiPredicate<RetirementRow, RetirementLine> holds) {
        long all = 0;
        long good = 0;
        for (RetirementRow statement : statements) {
            for (RetirementLine line : statement.lines()) {
                all += line.quantityWh();
                good += holds.test(statement, line) ? line.quantityWh() : 0;
            }
        }
        return all == 0 ? 0 : Math.floorDiv(Math.multiplyExact(good, WHOLE), all);
    }

    private static String share(long perMille) {
        return perMille / 10 + "." + perMille % 10 + " %";
    }
}
