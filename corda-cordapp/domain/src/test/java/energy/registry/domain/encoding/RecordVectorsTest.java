package energy.registry.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Beneficiary;
import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.domain.certificate.EndKind;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.certificate.MainReason;
import energy.registry.domain.certificate.RecordNumber;
import energy.registry.domain.certificate.Retirement;
import energy.registry.domain.certificate.RetirementPurpose;
import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.domain.consumption.ConsumptionPoint;
import energy.registry.domain.control.Authority;
import energy.registry.domain.control.Freeze;
import energy.registry.domain.control.FreezeList;
import energy.registry.domain.control.FrozenKind;
import energy.registry.domain.cursor.CursorPage;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.Deregistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.ClipCapture;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Quality;
import energy.registry.domain.evidence.Signatory;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.exchange.ExchangeReceipt;
import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.domain.exchange.ReceiptKind;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.register.Fingerprint;
import energy.registry.domain.storage.StorageAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One small record of each kind against the document's table: its bytes, or their SHA-256 where they are many. */
final class RecordVectorsTest {
    private static final Path DOCUMENT = Path.of("../../ops/docs/canonical-encoding.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(REC-[A-Z-]+-\\d)` \\| `([0-9a-f]+|sha256:[0-9a-f]+)` \\|");
    private static final int BYTES_WRITTEN_MAX = 160;

    /** 2026-01-01T00:00:00Z. */
    private static final long START = 1_767_225_600L;

    private final Map<String, String> vectors = new LinkedHashMap<>();

    private static SigningKey key(int number) {
        return SigningKey.of(new byte[] {(byte) number});
    }

    private static KeySignature signature(int number) {
        return new KeySignature(key(number).id(), new byte[] {(byte) 0xAA, (byte) number});
    }

    private static ProductionDevice device() {
        return ProductionDevice.builder()
                .deviceId("WTG-1")
                .name("One")
                .owner("acme")
                .technology(Technology.WIND)
                .capacityW(2_000_000)
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("SH")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(18_000)
                .meteringPointId("571313100000000007")
                .meter("MTR-1", "S-1", "Maker", key(1))
                .intervalSeconds(900)
                .cameras(CameraPolicy.REQUIRED, Collections.singletonList(new Camera("CAM-1", key(2))))
                .verifiers(Arrays.asList(key(3), key(4)), 2)
                .emissionFactorGramsPerKwh(0)
                .build();
    }

    private static SignedRecord statement() {
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
        return new SignedRecord(statement.encode(), signature(1));
    }

    private static GenerationClaim claim() {
        return new GenerationClaim(
                "WTG-1",
                statement(),
                0,
                new long[] {0},
                new long[] {500},
                CameraFinding.CONSISTENT,
                Digest.sha(statement().encode()),
                Collections.singletonList("MARK"),
                "model 1");
    }

    private static CertificateBundle bundle() {
        IssuanceRecord issuance = IssuanceRecord.of(
                DeviceAttributes.of(device()), claim(), "O=Issuer", START + 86_400, Collections.emptyList());
        return CertificateBundle.of(issuance, START, 900, new long[] {0, 250});
    }

    /** Each record is read back to the same bytes, and neither a shorter nor a longer one is read at all. */
    private void vector(String tag, byte[] record, UnaryOperator<byte[]> again) {
        assertThat(again.apply(record)).as(tag).isEqualTo(record);
        for (int length = 0; length < record.length; length++) {
            byte[] shorter = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> again.apply(shorter)).as(tag).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> again.apply(Arrays.copyOf(record, record.length + 1)))
                .as(tag)
                .isInstanceOf(IllegalArgumentException.class);
        String hex = Hex.encode(record);
        assertThat(hex).as(tag).startsWith("00" + String.format("%02x", tag.length()) + Hex.encode(ascii(tag)));
        vectors.put(tag, record.length <= BYTES_WRITTEN_MAX ? hex : "sha256:" + Digest.sha(record));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Test
    void theDocumentsVectorsAreTheKernelsBytes() throws IOException {
        evidence();
        certificates();
        books();
        Map<String, String> written = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                written.put(row.group(1), row.group(2));
            }
        }
        assertThat(written).isEqualTo(vectors);
    }

    private void evidence() {
        vector(
                "REC-CLIP-1",
                new ClipCapture("CAM-1", "WTG-1", START, START + 900, START + 5, Origin.LIVE, Digest.ZERO).encode(),
                bytes -> ClipCapture.decode(bytes).encode());
        vector(SignedRecord.TAG, statement().encode(), bytes -> SignedRecord.decode(bytes)
                .encode());
        vector(GenerationClaim.TAG, claim().encode(), bytes -> GenerationClaim.decode(bytes)
                .encode());
        vector(
                SignedClaim.TAG,
                new SignedClaim(claim(), Arrays.asList(signature(3), signature(4))).encode(),
                bytes -> SignedClaim.decode(bytes).encode());
        vector("REC-DEVICE-2", device().encode(), bytes -> ProductionDevice.decode(bytes)
                .encode());
        vector(
                "REC-DEREGISTRATION-1",
                new Deregistration("I-REC", "WTG-1", START).encode(),
                bytes -> Deregistration.decode(bytes).encode());
    }

    private void certificates() {
        vector(DeviceAttributes.TAG, DeviceAttributes.of(device()).encode(), bytes -> DeviceAttributes.decode(bytes)
                .encode());
        vector(IssuanceRecord.TAG, bundle().issuance().encode(), bytes -> IssuanceRecord.decode(bytes)
                .encode());
        vector(CertificateBundle.TAG, bundle().encode(), bytes -> CertificateBundle.decode(bytes)
                .encode());
        Beneficiary ada = new Beneficiary("Ada", "NL-1", "NL", "Delft");
        RetirementPurpose purpose = new RetirementPurpose(
                ada, "use", MainReason.VOLUNTARY, ProductionPeriod.between(START, START + 900), "", "");
        vector(
                Retirement.TAG,
                new Retirement("r", "acme", START + 90_000, purpose, Collections.singletonList(bundle())).encode(),
                bytes -> Retirement.decode(bytes).encode());
        vector(
                Allocation.TAG,
                new Allocation(Collections.singletonList(new Allocation.Share(ada, "WTG-1", 0, 100))).encode(),
                bytes -> Allocation.decode(bytes).encode());
        vector(
                CertificateEnd.TAG,
                new CertificateEnd(EndKind.STORED, "e", Collections.singletonList(bundle())).encode(),
                bytes -> CertificateEnd.decode(bytes).encode());
        vector(
                ExchangeReceipt.TAG,
                new ExchangeReceipt(
                                ReceiptKind.ACCEPTED,
                                "NORDIC",
                                "O=Issuer",
                                "EX-1",
                                "ACC-1",
                                Collections.singletonList(bundle()))
                        .encode(),
                bytes -> ExchangeReceipt.decode(bytes).encode());
    }

    private void books() {
        MeterCursor cursor = MeterCursor.fresh(device(), key(5));
        vector(MeterCursor.TAG, cursor.encode(), bytes -> MeterCursor.decode(bytes)
                .encode());
        vector(CursorPage.TAG, CursorPage.empty(3).plus(cursor).encode(), bytes -> CursorPage.decode(bytes)
                .encode());
        Freeze freeze = new Freeze(
                "FR-1", FrozenKind.ACCOUNT, "acme", "k", Authority.REGULATOR, "C-1", "doubt", START, Freeze.OPEN);
        vector("REC-FREEZE-1", freeze.encode(), bytes -> Freeze.decode(bytes).encode());
        vector("REC-FREEZES-1", FreezeList.EMPTY.plus(freeze).encode(), bytes -> FreezeList.decode(bytes)
                .encode());
        vector(
                ForeignRegistry.TAG,
                ForeignRegistry.fresh("NORDIC", key(6))
                        .importing("NORDIC~W", 10, 20)
                        .get()
                        .encode(),
                bytes -> ForeignRegistry.decode(bytes).encode());
        ConsumptionPoint point = new ConsumptionPoint("P-1", "acme", key(5), "MTR-C", key(7), 900, START);
        vector(ConsumptionCursor.TAG, ConsumptionCursor.fresh(point).encode(), bytes -> ConsumptionCursor.decode(bytes)
                .encode());
        vector(
                StorageAccount.TAG,
                StorageAccount.empty("BAT-1", key(5), 900_000)
                        .charged(Digest.ZERO, 100)
                        .encode(),
                bytes -> StorageAccount.decode(bytes).encode());
    }

    @Test
    void whatIsHashedAndNeverStoredHasItsVectorsToo() {
        assertThat(RecordNumber.ofRequest("TR", "t-1", "k")).isEqualTo("TR-XESS-5CAJ-5GFX-26CD");
        byte[] spelledPlainly =
                new CanonicalWriter(Fingerprint.TAG).text("device").text("WTG1").toBytes();
        assertThat(Fingerprint.of(device()).get(0).digest()).isEqualTo(Digest.sha(spelledPlainly));
    }
}
