package energy.registry.ingest.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.ingest.adapter.crypto.RecordSignatures;
import energy.registry.ingest.adapter.file.csv.OwnTable;
import energy.registry.ingest.adapter.file.ocmf.OcmfReader;
import energy.registry.ingest.fixture.Keys;
import energy.registry.ingest.fixture.Recordings;
import energy.registry.ingest.fixture.TestPlant;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.upload.FileContent;
import energy.registry.ingest.upload.FileFormat;
import energy.registry.ingest.upload.MeteredInterval;
import energy.registry.ingest.upload.UploadContext;
import energy.registry.ingest.upload.UploadFinding;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TablesTest {
    private final FormatReader reader =
            new FormatReader(new OcmfReader(new KeyRegister(), RecordSignatures.ofMeters()));

    private FileContent read(byte[] file) {
        UploadContext context = new UploadContext(
                new TestPlant("CSV", CameraPolicy.NONE)
                        .device(Keys.edwards().key(), Keys.edwards().key()),
                ZoneOffset.ofHours(-6),
                false,
                Instant.EPOCH);
        return reader.read(file, Optional.empty(), context);
    }

    private FileContent read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static BigDecimal sum(FileContent content) {
        return content.intervals().stream().map(MeteredInterval::energyWh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theServedTemplatesAreWhatTheDoorReads() {
        FileContent intervals = read(OwnTable.TEMPLATE);
        assertThat(intervals.findings()).isEmpty();
        assertThat(intervals.intervals()).hasSize(2);
        assertThat(sum(intervals)).isEqualByComparingTo("102101");
        FileContent registers = read(OwnTable.REGISTER_TEMPLATE);
        assertThat(registers.registers()).hasSize(2);
        assertThat(registers.registers().get(1).registerWh()).isEqualTo(120_451_230);
    }

    @Test
    void theRecordedMeasurementFileIsRead() {
        FileContent content = read(Recordings.bytes("origin/fea_gc_registry_test_measurements.csv"));
        assertThat(content.format()).isEqualTo(FileFormat.ENERGYTAG);
        assertThat(content.findings()).isEmpty();
        assertThat(content.intervals()).hasSize(744);
        assertThat(content.intervals().get(0).seconds()).isEqualTo(3_600);
        System.out.println("EnergyTag file: 744 hours, " + sum(content) + " Wh");
    }

    @Test
    void encodingAndDelimiterAreFoundOut() {
        String table =
                "start;end;energy_kWh;Bemerkung\n" + "2026-01-01 00:00;2026-01-01 00:15;\"51,23\";\"geprüft; gut\"\n";
        Charset western = Charset.forName("windows-1252");
        for (byte[] file : new byte[][] {
            table.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + table.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16BE),
            table.getBytes(western)
        }) {
            FileContent content = read(file);
            assertThat(content.findings()).isEmpty();
            assertThat(content.intervals()).hasSize(1);
            assertThat(sum(content)).isEqualByComparingTo("51230");
            assertThat(content.intervals().get(0).start())
                    .isEqualTo(Instant.parse("2026-01-01T06:00:00Z").getEpochSecond());
        }
    }

    @Test
    void everyFaultIsNamedWithLineColumnValueAndRemedy() {
        FileContent content = read("start,end,energy_wh\n"
                + "2026-01-01T00:00:00Z,2026-01-01T00:15:00Z,12\n"
                + "2026-13-01T00:00:00Z,2026-01-01T00:30:00Z,12\n"
                + "2026-01-01T00:30:00Z,2026-01-01T00:45:00Z,\"1,234\"\n");

        assertThat(content.intervals())
                .as("nothing is taken from a file with faults")
                .isEmpty();
        assertThat(content.refusedRecords()).isEqualTo(3);
        assertThat(content.findings())
                .extracting(UploadFinding::line, UploadFinding::column, UploadFinding::field, UploadFinding::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, 1, "start", "2026-13-01T00:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple(4, 43, "energy_wh", "1,234"));
        assertThat(content.findings()).allSatisfy(finding -> {
            assertThat(finding.text()).contains(finding.value());
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    private static String hourly(int days, int missing) {
        StringBuilder rows = new StringBuilder(
                "Generator ID,Reporting Unit ID,Date of Generation,Total MWh,Hour of Generation,Total kWh\n");
        int number = 0;
        for (int day = 1; day <= days; day++) {
            for (int hour = 1; hour <= 24; hour++) {
                if (number++ != missing) {
                    rows.append("805,1,01/0%d/2026,%s,%d,100.5%n".formatted(day, days == 2 ? "4.824" : "2.412", hour));
                }
            }
        }
        return rows.toString();
    }

    @Test
    void anHourlyFileAccountsForEveryHourAndForItsTotal() {
        FileContent whole = read(hourly(2, -1));
        assertThat(whole.format()).isEqualTo(FileFormat.MRETS);
        assertThat(whole.intervals()).hasSize(48);
        assertThat(whole.intervals().get(0).start())
                .as("midnight in the zone of the plant")
                .isEqualTo(Instant.parse("2026-01-01T06:00:00Z").getEpochSecond());
        assertThat(sum(whole)).isEqualByComparingTo("4824000");

        assertThat(read(hourly(2, 30)).findings())
                .extracting(UploadFinding::rule)
                .containsExactly("HOURS_MISSING", "TOTAL_DIFFERS");
        assertThat(read(hourly(1, -1).replace("2.412", "2.500")).findings())
                .extracting(UploadFinding::rule)
                .containsExactly("TOTAL_DIFFERS");
    }

    @Test
    void grossGenerationAndSeveralDevicesAreRefused() {
        FileContent content = read("interval_start_datetime,interval_end_datetime,device_id,interval_usage,"
                + "gross_net_indicator\n2024-01-01 00:00:00,2024-01-01 01:00:00,1,93,GROSS\n"
                + "2024-01-01 01:00:00,2024-01-01 02:00:00,2,93,NET\n");
        assertThat(content.findings())
                .extracting(UploadFinding::rule)
                .containsExactly("GROSS_GENERATION", "SEVERAL_DEVICES");
    }

    @Test
    void anUnknownHeaderNamesWhatIsExpected() {
        FileContent content = read("when,how much\n1,2\n");
        assertThat(content.findings()).extracting(UploadFinding::rule).containsExactly("HEADER_UNKNOWN");
        assertThat(content.findings().get(0).text()).contains("time,register_wh");
    }
}
