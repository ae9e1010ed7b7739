package energy.registry.ledger.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.domain.device.ProductionDevice;
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
