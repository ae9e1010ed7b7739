package energy.registry.ingest.golden;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.golden.RecordedMeter.Row;
import energy.registry.ingest.statement.Outcome;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real solar arrays: codes for errors, gaps, nights, stuck and made-up values. */
class SolarRecordingsTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ZONED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT);

    @Test
    void threeErrorCodesAreRejectedAndTheLongGapIsOpenedOnce() {
        RecordedMeter meter = new RecordedMeter(Plants.solar("TAEFC1044741", 7_000, 34.0, -118.0), 300);
        for (Map<String, String> row : RecordedRows.of("pv/sdt_TAEFC1044741_sma7000_5min.csv")) {
            long start = LocalDateTime.parse(row.get("ts"), LOCAL).toEpochSecond(ZoneOffset.UTC);
            meter.say(new Row(start, Double.parseDouble(row.get("meas_val_f")) * 1_000, Map.of()));
        }
        report("TAEFC1044741", meter);
        assertThat(meter.refusedRows).isZero();
        assertThat(meter.rows.stream().filter(row -> row.powerW() == -1e9)).hasSize(3);
        assertThat(meter.rowsIn(Outcome.REJECT)).isEqualTo(3);
        assertThat(meter.of("SENTINEL_VALUE")).hasSize(3);
        assertThat(meter.of("LONG_GAP")).hasSize(1);
        assertThat(meter.rowsIn(Outcome.HOLD)).isZero();
    }

    @Test
    void anHonestArrayHasNoNight() {
        RecordedMeter meter = new RecordedMeter(Plants.solar("SERF-East", 6_000, 39.742, -105.1727), 900);
        for (Map<String, String> row : RecordedRows.of("pv/serf_east_15min_ac_power.csv")) {
            meter.say(new Row(zoned(row.get("measured_on")), Double.parseDouble(row.get("ac_power")) * 1, Map.of()));
        }
        report("SERF East", meter);
        assertThat(meter.rows).hasSize(10_000);
        assertThat(meter.of("PV_NIGHT")).isEmpty();
        assertThat(meter.findings).isEmpty();
    }

    @Test
    void anArrayThatFeedsByNightIsRejected() {
        RecordedMeter meter = new RecordedMeter(Plants.solar("SERF-East", 6_000, 39.742, -105.1727), 900);
        List<Map<String, String>> rows =
                RecordedRows.of("pv/serf_east_15min_ac_power.csv").subList(0, 960);
        long shift = 12 * 3_600;
        for (Map<String, String> row : rows) {
            meter.say(
                    new Row(zoned(row.get("measured_on")) + shift, Double.parseDouble(row.get("ac_power")), Map.of()));
        }
        report("SERF East, clock twelve hours off", meter);
        assertThat(meter.of("PV_NIGHT")).isNotEmpty();
    }

    @Test
    void aMeterAboveItsInvertersIsHeldAndAnHonestOneIsNot() {
        for (double factor : new double[] {1, 1.1}) {
            RecordedMeter meter = new RecordedMeter(Plants.solar("plant", 6_000_000, 35, -100), 300);
            for (Map<String, String> row : RecordedRows.of("pv/pvcaptest_5min_meter_8inv_poa.csv")) {
                long start = LocalDateTime.parse(row.get(""), LOCAL).toEpochSecond(ZoneOffset.UTC) + 6 * 3_600;
                Map<String, Long> inverters = new HashMap<>();
                for (int i = 1; i <= 8; i++) {
                    inverters.put("inverter_" + i + "_w", milli(row.get("inv" + i + "_power")));
                }
                meter.say(new Row(start, Double.parseDouble(row.get("meter_power")) * factor, inverters));
            }
            report("meter and eight inverters, x" + factor, meter);
            assertThat(meter.of("METER_OFF_INVERTERS").isEmpty()).isEqualTo(factor == 1);
        }
    }

    @Test
    void stuckAndMadeUpValuesAreFound() {
        int[] stale = score("stale", "STALE_POWER");
        int[] madeUp = score("interpolated", "INTERPOLATED_POWER", "ZERO_UNDER_SUN");
        print("stale", stale);
        print("interpolated", madeUp);
        int[] both = {stale[0] + madeUp[0], stale[1] + madeUp[1], stale[2] + madeUp[2]};
        print("both", both);
        assertThat(precision(stale)).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(stale)).isGreaterThanOrEqualTo(0.95);
        assertThat(precision(madeUp)).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(madeUp)).isGreaterThanOrEqualTo(0.95);
        assertThat(precision(both)).isGreaterThanOrEqualTo(0.95);
        assertThat(recall(both)).isGreaterThanOrEqualTo(0.95);
    }

    /** The set names neither site nor size: a megawatt, so that a watt is a millionth of it; its clock is the sun's. */
    private static int[] score(String set, String... rules) {
        RecordedMeter meter = new RecordedMeter(Plants.solar("inv-2173", 1_000_000, 40, 0), 900);
        List<Boolean> labels = new ArrayList<>();
        for (Map<String, String> row : RecordedRows.of("faults/ac_power_inv_2173_" + set + "_data.csv")) {
            String value = row.get("value_normalized");
            if (!value.isEmpty()) {
                labels.add(row.get(set + "_data_mask").equals("True"));
                meter.say(new Row(zoned(row.get("timestamp")), Double.parseDouble(value) * 1_000_000, Map.of()));
            }
        }
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < labels.size(); i++) {
            Row row = meter.rows.get(i);
            boolean found = Arrays.stream(rules)
                    .flatMap(rule -> meter.of(rule).stream())
                    .anyMatch(each -> meter.covers(each, row));
            hits += found && labels.get(i) ? 1 : 0;
            wrong += found && !labels.get(i) ? 1 : 0;
            missed += !found && labels.get(i) ? 1 : 0;
        }
        return new int[] {hits, wrong, missed};
    }

    private static double precision(int[] score) {
        return score[0] / (double) (score[0] + score[1]);
    }

    private static double recall(int[] score) {
        return score[0] / (double) (score[0] + score[2]);
    }

    private static void print(String set, int[] score) {
        System.out.printf(
                Locale.ROOT,
                "GOLDEN ac_power_inv_2173 %s: found %d, wrong %d, missed %d, precision %.3f, recall %.3f%n",
                set,
                score[0],
                score[1],
                score[2],
                precision(score),
                recall(score));
    }

    private static void report(String name, RecordedMeter meter) {
        Map<String, Integer> byRule = new java.util.TreeMap<>();
        meter.findings.forEach(each -> byRule.merge(each.rule(), 1, Integer::sum));
        System.out.println("GOLDEN " + name + " rows=" + meter.rows.size() + " refused=" + meter.refusedRows
                + " rejected=" + meter.rowsIn(Outcome.REJECT) + " held=" + meter.rowsIn(Outcome.HOLD) + " flagged="
                + meter.rowsIn(Outcome.FLAG) + " findings=" + byRule);
    }

    private static long zoned(String text) {
        return OffsetDateTime.parse(text, ZONED).toEpochSecond();
    }

    private static long milli(String watts) {
        return Math.round(Double.parseDouble(watts) * 1_000);
    }
}
