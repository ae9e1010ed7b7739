package energy.registry.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
    private static Map<String, String> least() {
        Map<String, String> environment = new HashMap<>();
        environment.put("REGISTRY_DATA", "/data");
        environment.put("REGISTRY_DB_URL", "jdbc:postgresql://127.0.0.1:8432/registry");
        environment.put("REGISTRY_DB_USER", "registry");
        environment.put("REGISTRY_DB_PASSWORD", "secret");
        environment.put("REGISTRY_SERVICE_TOKEN", "token");
        return environment;
    }

    @Test
    void defaultsAreTheWiresPorts() {
        IngestConfig config = IngestConfig.of(least());

        assertThat(config.httpPort()).isEqualTo(8_091);
        assertThat(config.mqttPort()).isEqualTo(1_883);
        assertThat(config.gateway()).hasToString("http://127.0.0.1:8090");
        assertThat(config.vision()).hasToString("http://127.0.0.1:8092");
        assertThat(config.verdictGrace()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void thePortBaseShiftsEveryPort() {
        Map<String, String> environment = least();
        environment.put("REGISTRY_PORT_BASE", "9000");
        environment.put("REGISTRY_INGEST_VERDICT_GRACE_SECONDS", "5");

        IngestConfig config = IngestConfig.of(environment);

        assertThat(config.httpPort()).isEqualTo(9_091);
        assertThat(config.mqttPort()).isEqualTo(2_883);
        assertThat(config.gateway()).hasToString("http://127.0.0.1:9090");
        assertThat(config.verdictGrace()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aClaimWindowDividesADay() {
        Map<String, String> environment = least();
        assertThat(IngestConfig.of(environment).claimWindow()).isZero();
        environment.put("REGISTRY_INGEST_CLAIM_WINDOW_SECONDS", "3600");
        assertThat(IngestConfig.of(environment).claimWindow()).isEqualTo(Duration.ofHours(1));
        environment.put("REGISTRY_INGEST_CLAIM_WINDOW_SECONDS", "7000");
        assertThatThrownBy(() -> IngestConfig.of(environment)).hasMessageContaining("7000 does not divide a day");
    }

    @Test
    void anUnknownNameStopsTheStart() {
        Map<String, String> environment = least();
        environment.put("REGISTRY_PORTBASE", "9000");
        assertThatThrownBy(() -> IngestConfig.of(environment)).hasMessageContaining("REGISTRY_PORTBASE");
    }

    @Test
    void aMissingNameIsNamed() {
        Map<String, String> environment = least();
        environment.remove("REGISTRY_DB_PASSWORD");
        assertThatThrownBy(() -> IngestConfig.of(environment)).hasMessageContaining("REGISTRY_DB_PASSWORD");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(IngestConfig.of(least()).toString()).doesNotContain("secret").doesNotContain("token=token");
    }
}
