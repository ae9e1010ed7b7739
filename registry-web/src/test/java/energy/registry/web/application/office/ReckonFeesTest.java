package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Actor;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.Charged;
import energy.registry.web.model.office.FeeRates;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is charged, by whom it is set, and who sees whose bill. */
final class ReckonFeesTest {
    private static final Actor IDA = new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY));
    private static final Actor GRETA = new Actor("greta", "windpark-nord", Set.of(Role.GENERATOR));
    private static final Charged WINDPARK = new Charged("windpark-nord", "Windpark Nord", 1_250_000, 0, 3);
    private static final Charged ACME = new Charged("acme", "Acme", 0, 16_666_667, 0);
    private static final String REASON = "As the board decided in January.";

    private final MemoryOffice office = new MemoryOffice();
    private final ReckonFees fees = new ReckonFees(
            office.cases,
            (month, account, rows) -> List.of(WINDPARK, ACME).stream()
                    .filter(row -> account.isEmpty() || row.account().equals(account))
                    .toList(),
            office.journal,
            office.clock);

    @Test
    void eachPositionIsRoundedToTheNearestCent() {
        FeeRates rates = new FeeRates(2, 3, 1_200, "EUR");
        assertThat(rates.issued(WINDPARK)).as("2.5 cents").isEqualTo(3);
        assertThat(rates.retired(ACME)).as("50.000001 cents").isEqualTo(50);
        assertThat(rates.devices(WINDPARK)).isEqualTo(3_600);
        assertThat(rates.total(WINDPARK)).isEqualTo(3_603);
    }

    @Test
    void theIssuingBodySetsThemAndSaysWhy() {
        assertThat(fees.rates(GRETA)).isEqualTo(FeeRates.NONE);
        FeeRates rates = new FeeRates(2, 3, 1_200, "EUR");
        assertThat(fees.change(GRETA, rates, REASON).whyNot().orElseThrow().kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(fees.change(IDA, rates, "short").whyNot().orElseThrow().field())
                .isEqualTo("reason");
        assertThat(fees.change(IDA, new FeeRates(-1, 0, 0, "EUR"), REASON)
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("issued");
        assertThat(fees.change(IDA, rates, REASON).isDone()).isTrue();
        assertThat(fees.rates(GRETA)).isEqualTo(rates);
        assertThat(office.log).extracting("act").containsExactly("fees.changed");
    }

    @Test
    void anOrganisationSeesItsOwnBillOnly() {
        YearMonth month = YearMonth.of(2026, 1);
        assertThat(fees.charged(GRETA, month)).containsExactly(WINDPARK);
        assertThat(fees.charged(IDA, month)).containsExactly(WINDPARK, ACME);
    }
}
