package energy.registry.web.application;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.ConsumptionHour;
import energy.registry.web.model.ConsumptionRead;
import energy.registry.web.model.ConsumptionRead.LineError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a consumption file may look like, and how each mistake in it is named. */
final class ConsumptionFileTest {
    private static final String DE = "10Y1001A1001A82H";
    private static final Instant ONE = Instant.parse("2026-01-31T13:00:00Z");

    private static List<ConsumptionHour> hours(String text) {
        ConsumptionRead read = ConsumptionFile.read(text, DE);
        assertThat(read.errors()).isEmpty();
        return read.hours();
    }

    private static LineError error(String text) {
        return ConsumptionFile.read(text, DE).errors().get(0);
    }

    @Test
    void readsEachUnitExactlyToTheWattHour() {
        ConsumptionHour expected = new ConsumptionHour(ONE, DE, 120_500, 0);
        assertThat(hours("start,kwh\n2026-01-31T13:00Z,120.5\n")).containsExactly(expected);
        assertThat(hours("start,mwh\n2026-01-31T13:00:00Z,0.1205\n")).containsExactly(expected);
        assertThat(hours("start,wh\n2026-01-31 13:00,120500")).containsExactly(expected);
        assertThat(hours("Time;Consumption kWh\n2026-01-31T14:00+01:00;120,5")).containsExactly(expected);
        assertThat(hours("\uFEFFhour\tzone\tenergy_kwh\n2026-01-31T13:00Z\tFR\t1"))
                .containsExactly(new ConsumptionHour(ONE, "FR", 1_000, 0));
    }

    @Test
    void putsHoursInOrder() {
        assertThat(hours("start,wh\n2026-01-31T14:00Z,2\n\n2026-01-31T13:00Z,1"))
                .extracting(ConsumptionHour::consumptionWh)
                .containsExactly(1L, 2L);
    }

    @Test
    void namesLineValueAndRemedyOfWhatIsWrong() {
        assertThat(error("")).extracting(LineError::line).isEqualTo(1);
        assertThat(error("start,power\n").remedy()).contains("kwh");
        assertThat(error("day,kwh\n").remedy()).contains("start");
        assertThat(error("start,kwh\n").remedy()).contains("no hours");
        assertThat(error("start,kwh\n2026-01-31T13:00Z,1\nyesterday,1"))
                .isEqualTo(new LineError(3, "start", "yesterday", "Write a UTC time such as 2026-01-31T14:00Z."));
        assertThat(error("start,kwh\n2026-01-31T13:15Z,1").remedy()).contains("full hour");
        assertThat(error("start,kwh\n2026-01-31T13:00Z,-1").value()).isEqualTo("-1");
        assertThat(error("start,wh\n2026-01-31T13:00Z,0.5").remedy()).contains("whole Wh");
        assertThat(error("start,kwh\n2026-01-31T13:00Z,1\n2026-01-31T13:00Z,1").remedy())
                .contains("line 2");
        assertThat(error("start,kwh\n2026-01-31T13:00Z").remedy()).contains("columns");
        assertThat(ConsumptionFile.read("start,kwh\n2026-01-31T13:00Z,1", "")
                        .errors()
                        .get(0)
                        .column())
                .isEqualTo("zone");
    }

    @Test
    void tellsNoMoreErrorsThanAPersonReads() {
        String bad = "start,kwh\n" + "x,y\n".repeat(100);
        assertThat(ConsumptionFile.read(bad, DE).errors().size())
                .isBetween(ConsumptionFile.ERRORS_MAX, ConsumptionFile.ERRORS_MAX + 1);
        String longFile = "start,kwh\n" + "\n".repeat(ConsumptionFile.LINES_MAX);
        assertThat(error(longFile).remedy()).contains("split");
    }
}
