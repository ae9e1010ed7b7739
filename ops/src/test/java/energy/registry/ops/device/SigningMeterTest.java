package energy.registry.ops.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Reading;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.merkle.MerkleTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningMeterTest {
    private static final long NOON = 1_700_000_100L / 900 * 900;
    private static final String METER = "MTR-T";

    @TempDir
    Path folder;

    private SigningMeter open() throws IOException {
        return SigningMeter.open(folder, METER, Signatory.METER, Origin.SIMULATION, 3_600);
    }

    private static ProductionPeriod interval(int number) {
        return ProductionPeriod.between(NOON + 900L * number, NOON + 900L * (number + 1));
    }

    private static SignedStatement state(SigningMeter meter, int number, long joules) throws IOException {
        ExactRegister end = meter.register().plus(joules);
        Reading reading = new Reading(
                interval(number).endEpochSecond(), end.wattHours(), joules / 900, Map.of("rotor_rpm", 12_000L));
        return meter.sign(interval(number), end, List.of(reading));
    }

    @Test
    void statesAChainThatTheRegisterAndThePreviousDigestContinue() throws IOException {
        try (SigningMeter meter = open()) {
            Digest previous = Digest.ZERO;
            long register = 0;
            for (int i = 0; i < 5; i++) {
                SignedStatement signed = state(meter, i, 1_000_000L + i);
                IntervalStatement statement = signed.statement();
                assertThat(statement.sequence()).isEqualTo(i);
                assertThat(statement.previous()).isEqualTo(previous);
                assertThat(statement.registerStartWh()).isEqualTo(register);
                previous = signed.digest();
                register = statement.registerEndWh();
            }
            assertThat(register).isEqualTo((5 * 1_000_000L + 10) / 3_600);
        }
    }

    @Test
    void signsTheRecordWithItsRegisteredKeyAndTheRootOfItsReadings() throws IOException {
        try (SigningMeter meter = open()) {
            var body = Json.parse(state(meter, 0, 9_000_000).body()).orElseThrow();
            byte[] record = Base64.getDecoder().decode(body.path("statement").asText());
            KeySignature signature = new KeySignature(
                    Digest.parse(body.path("keyId").asText()),
                    Base64.getDecoder().decode(body.path("signature").asText()));
            assertThat(new SignedRecord(record, signature)
                            .isSignedBy(meter.key().open(), new PlatformSignatures()))
                    .isTrue();
            var sample = body.path("readings").get(0);
            Reading reading = new Reading(
                    java.time.Instant.parse(sample.path("t").asText()).getEpochSecond(),
                    sample.path("registerWh").asLong(),
                    sample.path("powerW").asLong(),
                    Map.of(
                            "rotor_rpm",
                            sample.path("witnesses").path("rotor_rpm").asLong()));
            assertThat(MerkleTree.over(List.of(reading.encode())).root())
                    .isEqualTo(IntervalStatement.decode(record).readingsRoot());
        }
    }

    @Test
    void continuesAfterARestartWithTheCarriedPartOfItsRegister() throws IOException {
        SignedStatement before;
        try (SigningMeter meter = open()) {
            before = state(meter, 0, 3_599);
            assertThat(before.energyWh()).isZero();
        }
        try (SigningMeter meter = open()) {
            SignedStatement after = state(meter, 1, 1);
            assertThat(after.energyWh()).isEqualTo(1);
            assertThat(after.sequence()).isEqualTo(1);
            assertThat(after.statement().previous()).isEqualTo(before.digest());
        }
    }

    @Test
    void forgetsALineThatACrashLeftHalfWrittenAndSignsTheSameAgain() throws IOException {
        Path journal = folder.resolve(METER + ".journal");
        try (SigningMeter meter = open()) {
            var unused = state(meter, 0, 7_200_000);
            assertThat(unused.sequence()).isZero();
        }
        byte[] whole = Files.readAllBytes(journal);
        SignedStatement lost;
        try (SigningMeter meter = open()) {
            lost = state(meter, 1, 3_600_000);
        }
        byte[] longer = Files.readAllBytes(journal);
        for (int cut = whole.length + 1; cut < longer.length; cut += 97) {
            Files.write(journal, java.util.Arrays.copyOf(longer, cut));
            try (SigningMeter meter = open()) {
                assertThat(meter.position().nextSequence()).isEqualTo(1);
                assertThat(state(meter, 1, 3_600_000).digest()).isEqualTo(lost.digest());
            }
        }
    }

    @Test
    void sendsAgainWhatTheRegistryDoesNotHave() throws IOException {
        try (SigningMeter meter = open()) {
            SignedStatement first = state(meter, 0, 1_000_000);
            SignedStatement second = state(meter, 1, 1_000_000);
            assertThat(meter.resumeFrom(MeterPosition.START)).containsExactly(first, second);
            assertThat(meter.resumeFrom(first.after())).containsExactly(second);
            assertThat(meter.resumeFrom(second.after())).isEmpty();
        }
    }

    @Test
    void takesOverTheRegistrysWordWhereItsOwnMemoryWasLost() throws IOException {
        MeterPosition known =
                new MeterPosition(0, 41, 123_456, interval(9).endEpochSecond(), Digest.sha(new byte[] {1}));
        try (SigningMeter meter = open()) {
            assertThat(meter.resumeFrom(known)).isEmpty();
        }
        try (SigningMeter meter = open()) {
            SignedStatement next = state(meter, 10, 3_600);
            assertThat(next.statement().sequence()).isEqualTo(41);
            assertThat(next.statement().registerStartWh()).isEqualTo(123_456);
            assertThat(next.statement().previous()).isEqualTo(known.previous());
        }
    }

    @Test
    void refusesToSpeakOfATimeItHasPassed() throws IOException {
        try (SigningMeter meter = open()) {
            var unused = state(meter, 3, 1_000_000);
            assertThat(unused.sequence()).isZero();
            assertThatThrownBy(() -> state(meter, 2, 1_000_000)).hasMessageContaining("later time");
        }
    }

    @Test
    void isNotOpenedTwice() throws IOException {
        try (SigningMeter meter = open()) {
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
            assertThat(meter.position()).isEqualTo(MeterPosition.START);
        }
    }

    @Test
    void namesAJournalThatIsNoJournal() throws IOException {
        Files.writeString(
                folder.resolve(METER + ".journal"), "what\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining(METER + ".journal");
    }

    @Test
    void keepsItsKeyForItsOwnerOnly() throws IOException {
        try (SigningMeter meter = open()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(METER + ".key")))
                    .containsExactlyInAnyOrderElementsOf(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            assertThat(DeviceKey.in(folder, METER).open()).isEqualTo(meter.key().open());
        }
    }
}
