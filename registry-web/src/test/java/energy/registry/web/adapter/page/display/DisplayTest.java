package energy.registry.web.adapter.page.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private final Display say = new Display();

    @Test
    void energyTakesTheUnitThatReadsBest() {
        assertThat(say.energy(0)).isEqualTo("0 Wh");
        assertThat(say.energy(999)).isEqualTo("999 Wh");
        assertThat(say.energy(392_250)).isEqualTo("392.250 kWh");
        assertThat(say.energy(1_234_567)).isEqualTo("1.234 MWh");
        assertThat(say.energy(812_345_678_901L)).isEqualTo("812.345 GWh");
        assertThat(say.exactEnergy(1_234_567)).isEqualTo("1,234,567 Wh");
    }

    @Test
    void energyNeverClaimsMoreThanThereIs() {
        assertThat(say.energy(1_999_999)).isEqualTo("1.999 MWh");
    }

    @Test
    void anAxisLeavesOutZeroPlaces() {
        assertThat(say.energyShort(400_000)).isEqualTo("400 kWh");
        assertThat(say.energyShort(2_500_000)).isEqualTo("2.5 MWh");
        assertThat(say.energyShort(0)).isEqualTo("0 Wh");
    }

    @Test
    void aFieldHoldsTheExactKilowattHours() {
        assertThat(say.kilowattHours(392_250)).isEqualTo("392.25");
        assertThat(say.kilowattHours(4_000_000)).isEqualTo("4000");
        assertThat(say.kilowattHours(1)).isEqualTo("0.001");
    }

    @Test
    void moneyIsShownFromMinorUnits() {
        assertThat(say.money(49_996_685, "EUR")).isEqualTo("€499,966.85");
        assertThat(say.money(-5, "EUR")).isEqualTo("−€0.05");
        assertThat(say.money(1_000, "JPY")).isEqualTo("JPY 1,000");
        assertThat(say.unitPrice(8_450, "EUR")).isEqualTo("€84.50 per MWh");
    }

    @Test
    void aPeriodOfOneDayNamesTheDayOnce() {
        Instant start = Instant.parse("2026-11-22T23:45:00Z");
        assertThat(say.period(start, start.plusSeconds(900))).isEqualTo("22 Nov 2026, 23:45–24:00 UTC");
        assertThat(say.period(start, start.plusSeconds(1_800)))
                .isEqualTo("22 Nov 2026, 23:45 UTC – 23 Nov 2026, 00:15 UTC");
    }

    @Test
    void timesAreShownInTheZoneOfThePersonAndNamed() {
        Display berlin = Display.in("Europe/Berlin");
        Instant summer = Instant.parse("2026-07-01T22:30:00Z");
        assertThat(berlin.time(summer)).isEqualTo("2 Jul 2026, 00:30 CEST");
        assertThat(berlin.time(Instant.parse("2026-01-01T10:00:00Z"))).isEqualTo("1 Jan 2026, 11:00 CET");
        assertThat(berlin.period(summer, summer.plusSeconds(900))).isEqualTo("2 Jul 2026, 00:30–00:45 CEST");
        assertThat(berlin.field(summer)).as("what is typed stays UTC").isEqualTo("2026-07-01T22:30");
        assertThat(Display.in("Nowhere/At-all").time(summer)).endsWith("22:30 UTC");
    }

    @Test
    void germanHasItsOwnNumbersMoneyAndDates() {
        Display german = Display.in("Europe/Berlin", Locale.GERMAN);
        assertThat(german.energy(392_250)).isEqualTo("392,250 kWh");
        assertThat(german.energyShort(2_500_000)).isEqualTo("2,5 MWh");
        assertThat(german.exactEnergy(1_234_567)).isEqualTo("1.234.567 Wh");
        assertThat(german.money(49_996_685, "EUR")).isEqualTo("499.966,85 €");
        assertThat(german.money(-5, "JPY")).isEqualTo("−5 JPY");
        assertThat(german.unitPrice(8_450, "EUR")).isEqualTo("84,50 € je MWh");
        assertThat(german.time(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("02.07.2026, 00:30 MESZ");
        assertThat(german.country("DE")).isEqualTo("Deutschland");
        assertThat(german.zone("10YAT-APG------L")).isEqualTo("Österreich");
        assertThat(german.say("RETIRED")).isEqualTo("Entwertet");
        assertThat(german.month("2026-01")).isEqualTo("Januar 2026");
        assertThat(german.kilowattHoursTyped(392_250)).isEqualTo("392,25");
    }

    @Test
    void aSentenceOfTheApplicationIsSaidInGermanOrMarkedAsEnglish() {
        Display german = Display.in("UTC", Locale.GERMAN);
        String known = "This certificate holds 5 Wh, serials 10 to 15.";
        assertThat(german.sentence(known)).isEqualTo("Dieser Herkunftsnachweis umfasst 5 Wh, Seriennummern 10 bis 15.");
        assertThat(german.sentence("98.7 % of the energy was produced within the claimed period of use."))
                .startsWith("98,7 % der Energie");
        assertThat(german.sentence("This is your own organisation's offer."))
                .isEqualTo("Dies ist ein Angebot Ihrer eigenen Organisation.");
        assertThat(german.sentence("Retired on the ledger for Sonne e.V.."))
                .isEqualTo("Im Register entwertet für Sonne e.V..");
        assertThat(german.foreign(known)).isNull();
        assertThat(german.foreign(known + " And more.")).isEqualTo("en");
        assertThat(say.sentence(known)).isEqualTo(known);
        assertThat(say.foreign("Something else.")).isNull();
    }

    @Test
    void aReportingYearIsShownByItsFirstAndLastDay() {
        assertThat(say.dayPeriod(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
                .isEqualTo("1 Jan 2026 – 31 Dec 2026");
    }

    @Test
    void aCodeThatNobodyNamedStillReadsAsWords() {
        assertThat(say.say("CAMERA_MOVED")).isEqualTo("Camera moved");
        assertThat(say.say(null)).isEmpty();
    }

    @Test
    void adviceKeepsTheServicesOwnSentence() {
        Remedies.Advice advice = Remedies.of("CLIP_REUSED", "Clip 9f86 was sent for 10:00 too.", new Display());
        assertThat(advice.text()).isEqualTo("Clip 9f86 was sent for 10:00 too.");
        assertThat(advice.remedy()).contains("clip that belongs to this interval");
        assertThat(Remedies.of("NEVER_HEARD_OF", "", new Display()).remedy()).contains("issuing body");
    }
}
