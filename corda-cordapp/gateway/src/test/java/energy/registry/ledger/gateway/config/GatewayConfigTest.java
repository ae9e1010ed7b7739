package energy.registry.ledger.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "REGISTRY_RPC_USER", "registry",
            "REGISTRY_RPC_PASSWORD", "not-a-secret",
            "REGISTRY_SERVICE_TOKEN", "0123456789abcdef"));

    @Test
    void theDefaultsAreThoseOfTheWireContract() {
        GatewayConfig config = GatewayConfig.from(environment);
        assertThat(config.httpPort()).isEqualTo(8090);
        assertThat(config.cordaHost()).isEqualTo("127.0.0.1");
        assertThat(config.data()).isEqualTo(Path.of("ops/data"));
    }

    @Test
    void everySettingArrives() {
        environment.put("REGISTRY_DATA", "/srv/registry");
        environment.put("REGISTRY_PORT_BASE", "9000");
        environment.put("REGISTRY_CORDA_HOST", "ledger.example");
        environment.put("REGISTRY_DB_URL", "of no concern here");
        GatewayConfig config = GatewayConfig.from(environment);
        assertThat(config.httpPort()).isEqualTo(9090);
        assertThat(config.cordaHost()).isEqualTo("ledger.example");
        assertThat(config.data()).isEqualTo(Path.of("/srv/registry"));
    }

    @Test
    void unknownAndUnfitSettingsStopTheStart() {
        assertStops("REGISTRY_PORTBASE", "9000");
        assertStops("REGISTRY_PORT_BASE", "http");
        assertStops("REGISTRY_SERVICE_TOKEN", "short");
        assertStops("REGISTRY_RPC_PASSWORD", "with space");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(GatewayConfig.from(environment).toString()).doesNotContain("not-a-secret", "0123456789abcdef");
    }

    private void assertStops(String name, String value) {
        Map<String, String> spoilt = new HashMap<>(environment);
        spoilt.put(name, value);
        assertThatThrownBy(() -> GatewayConfig.from(spoilt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }
}
