package energy.registry.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.encoding.Hex;
import energy.registry.domain.encoding.MalformedRecordException;
import energy.registry.domain.fixture.Keys;
import energy.registry.domain.identity.PlatformSignatures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class EvidenceRecordsTest {
    private static final long START = 1_767_225_600L;

    @Test
    void aStatementIsReadBackAndGivesItsIntervals() {
        IntervalStatement statement = statement(100, 350, 350, 1_000);
        assertThat(IntervalStatement.decode(statement.encode())).isEqualTo(statement);
        assertThat(statement.intervalCount()).isEqualTo(3);
        assertThat(statement.energy(0).toLong()).isEqualTo(250);
        assertThat(statement.energy(1).isZero()).isTrue();
        assertThat(statement.period(2).startEpochSecond()).isEqualTo(START + 1_800);
        assertThat(statement.period().seconds()).isEqualTo(2_700);
        assertThat(statement.isMonotonic()).isTrue();
        assertThat(statement(5, 4).isMonotonic()).isFalse();
    }

    @Test
    void theDocumentedStatementVectorHolds() {
        IntervalStatement statement = new IntervalStatement(
                "MTR-1",
                0,
                7,
                START,
                900,
                new long[] {1_000, 1_250},
                Quality.MEASURED,
                Signatory.METER,
                Origin.LIVE,
                0,
                Digest.sha(),
                Digest.ZERO);
        assertThat(Hex.encode(statement.encode()))
                .isEqualTo("000f5245432d53544154454d454e542d31" + "00054d54522d31" + "00000000" + "0000000000000007"
                        + "000000006955b900" + "00000384" + "00000002" + "00000000000003e8" + "00000000000004e2"
                        + "000000" + "00000000" + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                        + "0000000000000000000000000000000000000000000000000000000000000000");
    }

    @Test
    void aRunOffTheGridOrOutOfBoundsIsRefusedByName() {
        assertThatThrownBy(() -> at(START + 1, 900, 1, 2)).hasMessageContaining("startEpochSecond");
        assertThatThrownBy(() -> at(START, 700, 1, 2)).hasMessageContaining("intervalSeconds");
        assertThatThrownBy(() -> at(START, 7_200, 1, 2)).hasMessageContaining("intervalSeconds");
        assertThatThrownBy(() -> at(START, 900, 1)).hasMessageContaining("registersWh");
    }

    @Test
    void readingsCapturesAndVerdictsAreReadBack() {
        Reading reading = new Reading(START, 5, -9, Map.of("rotor_rpm", 7_814L, "wind_ms", 6_100L));
        assertThat(Reading.decode(reading.encode()).encode()).isEqualTo(reading.encode());
        assertThat(Reading.decode(reading.encode()).witnesses()).containsEntry("rotor_rpm", 7_814L);
        ClipCapture capture =
                new ClipCapture("CAM", "DEV", START, START + 900, START + 5, Origin.RECORDING, Digest.sha());
        assertThat(ClipCapture.decode(capture.encode()).encode()).isEqualTo(capture.encode());
        assertThat(VisionVerdict.decode(verdict().encode()).encode())
                .isEqualTo(verdict().encode());
        assertThat(VisionVerdict.decode(verdict().encode()).reasons()).containsExactly("PHASE_TRACKED");
    }

    @Test
    void everyTruncationAndEveryExtraByteIsRefused() {
        refusesOtherLengths(statement(1, 2).encode(), IntervalStatement::decode);
        refusesOtherLengths(new Reading(1, 2, 3, Map.of("a", 1L)).encode(), Reading::decode);
        refusesOtherLengths(verdict().encode(), VisionVerdict::decode);
        refusesOtherLengths(signed(Keys.edwards()).encode(), SignedRecord::decode);
    }

    @Test
    void aSignedRecordIsItsSignersOnly() {
        Keys meter = Keys.nist();
        SignedRecord signed = SignedRecord.decode(signed(meter).encode());
        assertThat(signed.isSignedBy(meter.key(), new PlatformSignatures())).isTrue();
        assertThat(signed.isSignedBy(Keys.nist().key(), new PlatformSignatures()))
                .isFalse();
    }

    private static SignedRecord signed(Keys keys) {
        byte[] record = statement(1, 2).encode();
        return new SignedRecord(record, keys.sign(record));
    }

    private static VisionVerdict verdict() {
        return new VisionVerdict(
                Digest.sha(),
                "CAM",
                "DEV",
                START,
                START + 900,
                RotorState.RUNNING,
                7_814_000,
                23_000,
                List.of(),
                List.of("PHASE_TRACKED"),
                Digest.sha(),
                Digest.ZERO,
                "rotor 1");
    }

    private static IntervalStatement statement(long... registers) {
        return at(START, 900, registers);
    }

    private static IntervalStatement at(long start, int seconds, long... registers) {
        return new IntervalStatement(
                "MTR-1",
                0,
                7,
                start,
                seconds,
                registers,
                Quality.MEASURED,
                Signatory.METER,
                Origin.SIMULATION,
                4,
                Digest.sha(),
                Digest.ZERO);
    }

    private static void refusesOtherLengths(byte[] record, Function<byte[], ?> decode) {
        for (int length = 0; length <= record.length + 1; length++) {
            byte[] other = Arrays.copyOf(record, length);
            if (length != record.length) {
                assertThatThrownBy(() -> decode.apply(other)).isInstanceOf(MalformedRecordException.class);
            }
        }
    }

    private static IntervalStatement run(int seconds, int intervals, int readings) {
        long[] registers = new long[intervals + 1];
        java.util.Arrays.setAll(registers, i -> 10L * i);
        return new IntervalStatement(
                "M",
                0,
                0,
                7_200,
                seconds,
                registers,
                Quality.MEASURED,
                Signatory.METERING_AGENT,
                Origin.LIVE,
                readings,
                Digest.sha(new byte[] {1}),
                Digest.ZERO);
    }

    @Test
    void aStatementSaysWhatItHolds() {
        IntervalStatement statement = run(3_600, 2, 8_640);
        assertThat(statement.registerStartWh()).isZero();
        assertThat(statement.registerEndWh()).isEqualTo(20);
        assertThat(statement.readingCount()).isEqualTo(8_640);
        assertThat(statement.readingsRoot()).isEqualTo(Digest.sha(new byte[] {1}));
        assertThat(statement.signatory()).isEqualTo(Signatory.METERING_AGENT);
        assertThat(statement.digest()).isEqualTo(Digest.sha(statement.encode()));
        assertThat(statement.toString()).contains("M");
        assertThat(statement).isEqualTo(run(3_600, 2, 8_640)).hasSameHashCodeAs(run(3_600, 2, 8_640));
        assertThat(statement).isNotEqualTo(run(3_600, 2, 8_639)).isNotEqualTo("statement");
        assertThat(statement.hashCode()).isNotEqualTo(run(1_800, 3, 1).hashCode());
    }

    @Test
    void aStatementHasBounds() {
        assertThat(run(300, 288, 0).intervalCount()).isEqualTo(288);
        assertThatThrownBy(() -> run(300, 289, 0)).hasMessageContaining("1..288 intervals, not 289");
        assertThatThrownBy(() -> run(300, 0, 0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> run(7_200, 1, 0)).hasMessageContaining("7200 does not divide an hour");
        assertThatThrownBy(() -> run(0, 1, 0)).hasMessageContaining("0 does not divide an hour");
        assertThatThrownBy(() -> run(1_000, 1, 0)).hasMessageContaining("1000 does not divide an hour");
        assertThatThrownBy(() -> run(900, 1, 8_641)).hasMessageContaining("at most 8640 readings");
        assertThatThrownBy(() -> run(900, 1, -1)).hasMessageContaining("not negative");
    }
}
