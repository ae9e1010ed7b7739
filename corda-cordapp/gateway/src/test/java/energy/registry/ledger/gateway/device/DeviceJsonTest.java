package energy.registry.ledger.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ledger.gateway.fixture.Plant;
import energy.registry.ledger.gateway.http.BadRequest;
import energy.registry.ledger.gateway.http.Fields;
import energy.registry.ledger.gateway.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceJsonTest {
    private final Plant plant = new Plant("0001", "windpark-nord");
    private final Plant other = new Plant("0002", "windpark-nord");

    @TempDir
    Path keys;

    @Test
    void everyFieldReachesTheRecord() throws IOException {
        ProductionDevice device = read(json -> {});
        assertThat(device.deviceId()).isEqualTo("WTG-0001");
        assertThat(device.latitudeMicroDegrees()).isEqualTo(54_123_456);
        assertThat(device.longitudeMicroDegrees()).isEqualTo(9_123_456);
        assertThat(device.operationalSinceEpochDay())
                .isEqualTo(java.time.LocalDate.of(2019, 5, 1).toEpochDay());
        assertThat(device.rotor().curve().get(0).maxW()).isEqualTo(60_000);
        assertThat(ProductionDevice.decode(device.encode()).digest()).isEqualTo(device.digest());
    }

    @Test
    void whatStandsBesideTheNameplateReachesTheRecord() throws IOException {
        String key = other.device().get("meterKey").asText();
        ProductionDevice device = read(json -> {
            json.put("postcode", "25899").put("city", "Niebüll").put("configuration", 2);
            json.put("measurement", "GROSS").put("disclosureUsable", false).put("legalStatus", "GO");
            json.put("emissionFactorSource", "IPCC");
            json.putArray("repowered").add("2020-05-01");
            json.putArray("labels").addObject().put("code", "EKO").put("goodThrough", "2030-12-31");
            json.putArray("otherMeters")
                    .addObject()
                    .put("role", "CHECK")
                    .put("meterId", "M-9")
                    .put("serial", "9")
                    .put("maker", "Twin");
            json.putArray("supportPeriods")
                    .addObject()
                    .put("scheme", "EEG")
                    .put("kind", "FEED_IN_TARIFF")
                    .put("effect", "BLOCK")
                    .put("start", "2019-05-01T00:00:00Z");
            json.putArray("otherRegistrations")
                    .addObject()
                    .put("registry", "I-REC")
                    .put("key", key)
                    .put("start", "2020-01-01T00:00:00Z");
        });
        assertThat(device.profile().city()).isEqualTo("Niebüll");
        assertThat(device.profile().configuration()).isEqualTo(2);
        assertThat(device.profile().measurement()).isEqualTo(Measurement.GROSS);
        assertThat(device.profile().repoweredEpochDays())
                .containsExactly(java.time.LocalDate.of(2020, 5, 1).toEpochDay());
        assertThat(device.profile().labels().get(0).code()).isEqualTo("EKO");
        assertThat(device.standing().otherMeters().get(0).meterId()).isEqualTo("M-9");
        assertThat(device.standing().supportPeriods().get(0).endEpochSecond()).isEqualTo(SupportPeriod.OPEN);
        assertThat(device.standing().otherRegistrations().get(0).key()).isEqualTo(key(key));
        assertRefused(
                "otherMeters[0].role",
                json -> json.putArray("otherMeters").addObject().put("role", "REVENUE"));
        assertRefused("configuration", json -> json.put("configuration", 4));
    }

    @Test
    void theRegistrysOwnVerifiersStandInWhereNoneIsNamed() throws IOException {
        String claims = plant.device().get("meterKey").asText();
        String vision = other.device().get("meterKey").asText();
        Files.writeString(keys.resolve("claims.pub"), claims + "\n");
        Files.writeString(keys.resolve("vision.pub"), vision);

        ProductionDevice alone = read(json -> json.remove("verifiers"));
        assertThat(alone.verifiers()).containsExactly(key(claims));
        assertThat(alone.quorum()).isEqualTo(1);

        ProductionDevice watched = read(json -> {
            json.remove("verifiers");
            json.put("cameraPolicy", "REQUIRED");
            json.putArray("cameras").addObject().put("cameraId", "CAM-1").put("key", claims);
        });
        assertThat(watched.verifiers()).containsExactly(key(claims), key(vision));
        assertThat(watched.quorum()).isEqualTo(2);
    }

    @Test
    void whatIsUnfitIsNamedWithItsValueAndARemedy() {
        assertRefused("capacityW", json -> json.put("capacityW", -1));
        assertRefused("latitude", json -> json.put("latitude", 54.1234567));
        assertRefused("technology", json -> json.put("technology", "COAL"));
        assertRefused("operationalSince", json -> json.put("operationalSince", "1 May"));
        assertRefused("meterKey", json -> json.put("meterKey", "***"));
        assertRefused("meterId", json -> json.remove("meterId"));
        assertRefused("rotor.curve[0].maxW", json -> ((ObjectNode) json.at("/rotor/curve/0")).put("maxW", -5));
        assertRefused("verifiers", json -> json.remove("verifiers"));
    }

    private void assertRefused(String field, Consumer<ObjectNode> spoil) {
        assertThatThrownBy(() -> read(spoil))
                .isInstanceOfSatisfying(
                        BadRequest.class, refused -> assertThat(refused.field()).isEqualTo("device." + field));
    }

    private ProductionDevice read(Consumer<ObjectNode> change) throws IOException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode device = plant.device();
        change.accept(device);
        body.set("device", device);
        JsonNode asSent = Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(body));
        return new DeviceJson(new VerifierKeys(keys)).read(Fields.of(asSent).object("device"));
    }

    private static SigningKey key(String encoded) {
        return SigningKey.of(Base64.getDecoder().decode(encoded));
    }
}
