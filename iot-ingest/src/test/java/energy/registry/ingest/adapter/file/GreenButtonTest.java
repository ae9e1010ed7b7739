package energy.registry.ingest.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.adapter.crypto.RecordSignatures;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GreenButtonTest {
    private static final Pattern VALUE =
            Pattern.compile("<IntervalReading>(?:(?!</IntervalReading>).)*<value>(\\d+)</value>", Pattern.DOTALL);

    private final FormatReader reader =
            new FormatReader(new OcmfReader(new KeyRegister(), RecordSignatures.ofMeters()));

    private FileContent read(byte[] file, boolean forward) {
        UploadContext context = new UploadContext(
                new TestPlant("GB", CameraPolicy.NONE)
                        .device(Keys.edwards().key(), Keys.edwards().key()),
                ZoneOffset.UTC,
                forward,
                Instant.EPOCH);
        return reader.read(file, Optional.empty(), context);
    }

    private static String text(String name) {
        return new String(Recordings.bytes(name), StandardCharsets.UTF_8);
    }

    /** Every reading of every file, and the sum of its values as other means find it in the text. */
    @Test
    void everyRecordedFileIsReadToTheLastReading() {
        for (String name : Recordings.names("greenbutton")) {
            if (!name.endsWith(".xml")) {
                continue;
            }
            FileContent content = read(Recordings.bytes(name), true);
            long sum = 0;
            int readings = 0;
            Matcher values = VALUE.matcher(text(name));
            while (values.find()) {
                sum += Long.parseLong(values.group(1));
                readings++;
            }
            System.out.println(name + ": " + readings + " readings, " + sum + " Wh");
            assertThat(readings).isPositive();
            assertThat(content.format()).isEqualTo(FileFormat.GREENBUTTON);
            assertThat(content.findings()).isEmpty();
            assertThat(content.intervals()).hasSize(readings);
            assertThat(content.intervals().stream()
                            .map(MeteredInterval::energyWh)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(BigDecimal.valueOf(sum));
        }
    }

    @Test
    void consumptionIsNoGeneration() {
        FileContent content = read(Recordings.bytes("greenbutton/test_usage_data_01.xml"), false);

        assertThat(content.intervals()).isEmpty();
        assertThat(content.findings()).extracting(UploadFinding::rule).containsExactly("NOT_GENERATION");
        assertThat(content.findings().get(0).line()).isPositive();
    }

    @Test
    void reverseFlowScaledUnitsAndEstimatesAreUnderstood() {
        String exported = text("greenbutton/test_usage_data_01.xml")
                .replace("<flowDirection>1<", "<flowDirection>19<")
                .replaceFirst("<powerOfTenMultiplier>0<", "<powerOfTenMultiplier>-3<");

        FileContent content = read(exported.getBytes(StandardCharsets.UTF_8), false);

        assertThat(content.intervals()).hasSize(96);
        assertThat(content.intervals().get(0).energyWh()).isEqualByComparingTo("0.282");
        assertThat(content.intervals().get(0).start()).isEqualTo(1_330_578_000L);
        assertThat(content.intervals().get(0).quality()).isEqualTo(Quality.ESTIMATED);
    }

    @Test
    void powerIsNoEnergy() {
        String power = text("greenbutton/test_usage_data_01.xml").replace("<uom>72<", "<uom>38<");
        assertThat(read(power.getBytes(StandardCharsets.UTF_8), true).findings())
                .extracting(UploadFinding::rule, UploadFinding::field, UploadFinding::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("UNIT_UNKNOWN", "uom", "38"));
    }

    @Test
    void aTruncatedFileGivesNothing() {
        byte[] whole = Recordings.bytes("greenbutton/TestGBDataHourlyNineDaysBinnedDaily.xml");
        for (int length : new int[] {whole.length / 4, whole.length / 2, whole.length - 3}) {
            FileContent content = read(java.util.Arrays.copyOf(whole, length), true);
            assertThat(content.intervals()).isEmpty();
            assertThat(content.findings()).extracting(UploadFinding::rule).containsExactly("FILE_MALFORMED");
            assertThat(content.findings().get(0).line()).isPositive();
        }
    }
}
