package energy.registry.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.cursor.MeterCursor;
import energy.registry.domain.device.Camera;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.identity.PlatformSignatures;
import energy.registry.domain.identity.SigningKey;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A measurement is worth something only if the ledger's own rules accept what it sends, one claim after the other. */
class BenchDeviceTest {
    private static final long FIRST_DAY = 20_000;
    private static final int DAY = 96;

    private final List<KeyPair> verifiers = List.of(BenchDevice.keyPair(), BenchDevice.keyPair());
    private final BenchDevice device = new BenchDevice("t", 3, "owner", verifiers, FIRST_DAY, FIRST_DAY + 2);

    private MeterCursor cursor() {
        SigningKey meterKey = key(device.card().path("meterKey").asText());
        ProductionDevice registered = ProductionDevice.builder()
                .deviceId(device.deviceId())
                .name("Bench")
                .owner("owner")
                .technology(Technology.SOLAR)
                .capacityW(device.card().path("capacityW").asLong())
                .country("DE")
                .zone("10Y1001A1001A82H")
                .region("Schleswig-Holstein")
                .location(54_000_000, 9_000_000)
                .operationalSinceEpochDay(18_000)
                .meteringPointId("P")
                .meter(device.card().path("meterId").asText(), "S", "Bench", meterKey)
                .intervalSeconds(BenchDevice.INTERVAL_SECONDS)
                .cameras(
                        CameraPolicy.REQUIRED,
                        List.of(new Camera(
                                "CAM", key(device.card().at("/cameras/0/key").asText()))))
                .verifiers(
                        verifiers.stream()
                                .map(pair -> SigningKey.of(pair.getPublic().getEncoded()))
                                .toList(),
                        2)
                .emissionFactorGramsPerKwh(0)
                .build();
        return MeterCursor.fresh(registered, meterKey);
    }

    private static SigningKey key(String base64) {
        return SigningKey.of(Base64.getDecoder().decode(base64));
    }

    private static MeterCursor accepted(MeterCursor cursor, BenchDevice.Claim claim) {
        MeterCursor.Acceptance acceptance = cursor.accept(
                SignedClaim.decode(claim.encoded()), new PlatformSignatures(), "issuer", FIRST_DAY * 86_400);
        assertThat(acceptance.verdict().isValid())
                .as(acceptance.verdict().toString())
                .isTrue();
        assertThat(acceptance.bundle().orElseThrow().intervalCount()).isEqualTo(claim.intervals());
        return acceptance.next();
    }

    @Test
    void itsClaimsFollowEachOtherUnderAllRules() {
        MeterCursor cursor = accepted(cursor(), device.next(DAY));
        cursor = accepted(cursor, device.next(4));
        cursor = accepted(cursor, device.next(1));
        assertThat(cursor.position().lastEndEpochSecond()).isEqualTo(FIRST_DAY * 86_400 + (DAY + 5) * 900L);
    }

    @Test
    void itEndsWithItsLastDay() {
        device.next(DAY);
        assertThat(device.hasRoomFor(DAY)).isTrue();
        device.next(1);
        assertThat(device.hasRoomFor(DAY)).isFalse();
        assertThat(device.hasRoomFor(DAY - 1)).isTrue();
    }
}
