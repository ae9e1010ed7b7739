package energy.registry.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.ops.device.ExactRegister;
import energy.registry.ops.device.SignedStatement;
import energy.registry.ops.device.SigningMeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeteringAgentTest {
    private static final long NOON = 1_612_785_600L;
    private static final int ROW = 600;

    @TempDir
    Path folder;

    private SigningMeter meter() throws IOException {
        return SigningMeter.open(
                folder,
                "MTR-K",
                Signatory.METERING_AGENT_FROM_POWER,
                Origin.RECORDING,
                TelemetryRow.UNITS_PER_WATT_HOUR);
    }

    private static List<TelemetryRow> rows(long... startsInRows) {
        List<TelemetryRow> rows = new ArrayList<>();
        for (long start : startsInRows) {
            rows.add(
                    new TelemetryRow(NOON + start * ROW, 7_000_000_001L, 9_000, java.util.Map.of("rotor_rpm", 9_000L)));
        }
        return rows;
    }

    /** The sum of all recorded power, taken from the text by other means, is what the register shows in the end. */
    @Test
    void addsUpTheWholeRecordingToTheLastWattHour() throws Exception {
        BigDecimal kilowatts = BigDecimal.ZERO;
        try (BufferedReader in = Files.newBufferedReader(KelmarshRecording.file())) {
            String header = in.readLine();
            assertThat(header).startsWith("timestamp_utc,orig_row,wind_speed_ms,power_kw");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                kilowatts = kilowatts.add(new BigDecimal(line.split(",")[3]));
            }
        }
        ExactRegister register = new ExactRegister(0, 0, TelemetryRow.UNITS_PER_WATT_HOUR);
        for (TelemetryRow row : KelmarshRecording.rows()) {
            register = register.plus(row.energyUnits(ROW));
        }
        BigDecimal wattHours = kilowatts.movePointRight(3).divide(BigDecimal.valueOf(6), 12, RoundingMode.DOWN);
        assertThat(register.wattHours())
                .isEqualTo(wattHours.setScale(0, RoundingMode.DOWN).longValueExact());
        System.out.println(
                "recording: " + register.wattHours() + " Wh in the register, README of the data: 2,396,787 kWh");
        assertThat((register.wattHours() + 500) / 1_000).isEqualTo(2_396_787);
    }

    @Test
    void marksWhatItSignsAsARecordingWithARegisterFromPower() throws Exception {
        try (SigningMeter meter = meter()) {
            Recording recording = new Recording(rows(0, 1, 2), 1_800);
            IntervalStatement statement = new MeteringAgent(meter, recording.rowSeconds())
                    .state(recording.between(NOON, NOON + 1_800).get(0))
                    .statement();
            assertThat(statement.signatory()).isEqualTo(Signatory.METERING_AGENT_FROM_POWER);
            assertThat(statement.origin()).isEqualTo(Origin.RECORDING);
            assertThat(statement.quality()).isEqualTo(Quality.CALCULATED);
            assertThat(statement.readingCount()).isEqualTo(3);
            assertThat(statement.registerEndWh()).isEqualTo(350);
        }
    }

    @Test
    void letsTheRegisterStandStillOverAnIntervalWithAMissingRow() throws Exception {
        try (SigningMeter meter = meter()) {
            Recording recording = new Recording(rows(0, 1, 2, 3, 5, 6, 7, 8), 1_800);
            List<RecordedInterval> intervals = recording.between(NOON, NOON + 5_400);
            assertThat(intervals).extracting(RecordedInterval::isCertifiable).containsExactly(true, false, true);
            MeteringAgent agent = new MeteringAgent(meter, recording.rowSeconds());
            SignedStatement before = agent.state(intervals.get(0));
            SignedStatement after = agent.state(intervals.get(2));
            assertThat(after.statement().registerStartWh())
                    .isEqualTo(before.statement().registerEndWh());
            assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
            assertThat(after.statement().previous()).isEqualTo(before.digest());
        }
    }
}
