package energy.registry.domain.consumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.encoding.Hex;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import energy.registry.fixture.Keypair;
import energy.registry.fixture.Plant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsumptionCursorTest {
    private static final Keypair METER = Keypair.fresh();
    private static final Plant PLANT = Plant.of("0001", "windpark-nord");
    private static final ConsumptionPoint HOURLY = point("P-1", 3_600);
    private static final ConsumptionCursor FRESH = ConsumptionCursor.fresh(HOURLY);

    /** 100, 200, 0 and 300 Wh in the four quarters of the first hour, 50 Wh in the first quarter of the second. */
    private static final CertificateBundle BUNDLE = MeterCursor.fresh(PLANT.device(), METER.key())
            .accept(
                    PLANT.says(0, 0, 100, 300, 300, 600, 650).claim(),
                    new PlatformSignatures(),
                    "us",
                    Plant.MIDNIGHT + 86_400)
            .bundle()
            .get();

    private static ConsumptionPoint point(String id, int seconds) {
        return new ConsumptionPoint(id, "acme", METER.key(), "MTR-C", METER.key(), seconds, Plant.MIDNIGHT);
    }

    private static byte[] says(int hour, long... registers) {
        byte[] statement = new IntervalStatement(
                        "MTR-C",
                        0,
                        0,
                        Plant.MIDNIGHT + hour * 3_600L,
                        3_600,
                        registers,
                        Quality.CALCULATED,
                        Signatory.METER,
                        Origin.LIVE,
                        0,
                        Digest.sha(),
                        Digest.ZERO)
                .encode();
        return new SignedRecord(statement, METER.sign(statement)).encode();
    }

    private static Verdict judged(ConsumptionCursor cursor, byte[] said, CertificateBundle... retired) {
        return cursor.permits(said, Arrays.asList(retired), new PlatformSignatures());
    }

    @Test
    void quartersOfAnHourAddUpToTheConsumptionOfTheHour() {
        assertThat(judged(FRESH, says(0, 5_000, 5_600, 5_650), BUNDLE).isValid())
                .isTrue();
        assertThat(judged(FRESH, says(0, 5_000, 5_599, 5_650), BUNDLE).rule())
                .isEqualTo(Rule.RETIREMENT_FITS_CONSUMPTION);
        assertThat(judged(FRESH, says(0, 5_000, 5_600, 5_649), BUNDLE).rule())
                .isEqualTo(Rule.RETIREMENT_FITS_CONSUMPTION);
    }

    @Test
    void piecesOfOneHourShareItsConsumption() {
        CertificateBundle one = BUNDLE.between(0, 400);
        CertificateBundle two = BUNDLE.between(400, 600);
        assertThat(judged(FRESH, says(0, 0, 600), one, two).isValid()).isTrue();
        assertThat(judged(FRESH, says(0, 0, 599), one, two).rule()).isEqualTo(Rule.RETIREMENT_FITS_CONSUMPTION);
    }

    @Test
    void energyOutsideTheStatementFitsNothing() {
        assertThat(judged(FRESH, says(0, 0, 1_000), BUNDLE).rule()).isEqualTo(Rule.RETIREMENT_FITS_CONSUMPTION);
        assertThat(judged(FRESH, says(1, 0, 1_000), BUNDLE).rule()).isEqualTo(Rule.RETIREMENT_FITS_CONSUMPTION);
        assertThat(judged(FRESH, says(1, 0, 1_000), BUNDLE.between(600, 650)).isValid())
                .isTrue();
    }

    @Test
    void claimedTimeIsClosedAndTheRestStaysOpen() {
        Digest retirement = Digest.sha(new byte[] {7});
        byte[] second = says(1, 0, 1_000);
        ConsumptionCursor after = FRESH.after(second, retirement);
        assertThat(after.isOpen(hours(0, 1))).isTrue();
        assertThat(after.isOpen(hours(1, 2))).isFalse();
        assertThat(after.isOpen(hours(0, 2))).isFalse();
        assertThat(after.isOpen(hours(2, 9))).isTrue();
        assertThat(judged(after, second, BUNDLE.between(600, 650)).rule()).isEqualTo(Rule.CONSUMPTION_NOT_YET_CLAIMED);
        assertThat(after.claimChain())
                .isEqualTo(Digest.sha(
                        Digest.ZERO.bytes(),
                        SignedRecord.decode(second).digest().bytes(),
                        retirement.bytes()));
        ConsumptionCursor full = after.after(says(0, 0, 1_000), retirement);
        assertThat(full.isOpen(hours(0, 1))).isFalse();
        assertThat(full.isOpen(hours(2, 3))).isTrue();
        assertThat(ConsumptionCursor.decode(full.encode()).encode()).isEqualTo(full.encode());
    }

    private static ProductionPeriod hours(int from, int to) {
        return ProductionPeriod.between(Plant.MIDNIGHT + from * 3_600L, Plant.MIDNIGHT + to * 3_600L);
    }

    @Test
    void timeBeforeThePointIsNotOpen() {
        assertThat(FRESH.isOpen(hours(-1, 0))).isFalse();
    }

    @Test
    void aCursorForgetsItsOldestOpenTimeRatherThanGrow() {
        ConsumptionCursor cursor = FRESH;
        for (int i = 0; i < ConsumptionCursor.SPANS_MAX + 3; i++) {
            cursor = cursor.after(says(2 * i + 1, 0, 1), Digest.ZERO);
        }
        assertThat(cursor.isOpen(hours(0, 1))).isFalse();
        assertThat(cursor.isOpen(hours(2, 3))).isFalse();
        assertThat(cursor.isOpen(hours(20, 21))).isTrue();
        assertThat(ConsumptionCursor.decode(cursor.encode()).encode()).isEqualTo(cursor.encode());
    }

    @Test
    void aPointIsCompleteWithAllItsNamesOnAGridOfTheHour() {
        assertThat(HOURLY.isComplete()).isTrue();
        assertThat(point(" ", 3_600).isComplete()).isFalse();
        assertThat(point("P-1", 0).isComplete()).isFalse();
        assertThat(point("P-1", 1_000).isComplete()).isFalse();
        assertThat(point("P-1", 7_200).isComplete()).isFalse();
        assertThat(new ConsumptionPoint("P", "", METER.key(), "M", METER.key(), 900, 0).isComplete())
                .isFalse();
        assertThat(new ConsumptionPoint("P", "a", METER.key(), " ", METER.key(), 900, 0).isComplete())
                .isFalse();
        assertThat(new ConsumptionPoint("P", "a", METER.key(), "M", METER.key(), 900, 450).isComplete())
                .isFalse();
    }

    @Test
    void aRecordWithoutOpenTimeOrOutOfOrderIsNone() {
        assertThatThrownBy(() -> ConsumptionCursor.decode(record())).hasMessageContaining("open: 1..");
        assertThatThrownBy(() -> ConsumptionCursor.decode(record(0, 900))).hasMessageContaining("without an end");
        assertThatThrownBy(() -> ConsumptionCursor.decode(record(0, 900, 900, Long.MAX_VALUE)))
                .hasMessageContaining("in order of time");
        assertThatThrownBy(() -> ConsumptionCursor.decode(record(900, 900, 901, Long.MAX_VALUE)))
                .hasMessageContaining("span");
        assertThat(ConsumptionCursor.decode(record(0, 900, 901, Long.MAX_VALUE))
                        .point()
                        .pointId())
                .isEqualTo("P-1");
    }

    private static byte[] record(long... spans) {
        CanonicalWriter out = new CanonicalWriter(ConsumptionCursor.TAG);
        HOURLY.write(out);
        out.digest(Digest.ZERO).i32(spans.length / 2);
        for (long edge : spans) {
            out.i64(edge);
        }
        return out.toBytes();
    }

    @Test
    void theBytesAreThoseOfTheDocument() {
        List<String> hex = Collections.singletonList(Hex.encode(FRESH.encode()));
        String key = "0000005b" + Hex.encode(METER.key().encoded());
        assertThat(hex)
                .containsExactly("0011" + "5245432d434f4e53554d5054494f4e2d31" + "0003502d31" + "000461636d65" + key
                        + "00054d54522d43" + key + "00000e10" + String.format("%016x", Plant.MIDNIGHT)
                        + Hex.encode(new byte[32]) + "00000001" + String.format("%016x", Plant.MIDNIGHT)
                        + "7fffffffffffffff");
    }
}
