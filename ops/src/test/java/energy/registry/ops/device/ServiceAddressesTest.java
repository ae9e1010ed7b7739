package energy.registry.ops.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceAddressesTest {
    @Test
    void standsOnTheDefaultPorts() {
        ServiceAddresses addresses = ServiceAddresses.from(Map.of("REGISTRY_SERVICE_TOKEN", "t"));
        assertThat(addresses.gateway()).isEqualTo(URI.create("http://127.0.0.1:8090"));
        assertThat(addresses.ingest()).isEqualTo(URI.create("http://127.0.0.1:8091"));
        assertThat(addresses.vision()).isEqualTo(URI.create("http://127.0.0.1:8092"));
        assertThat(addresses.mqttPort()).isEqualTo(1883);
        assertThat(addresses.statusPort()).isEqualTo(8095);
        assertThat(addresses.data()).isEqualTo(Path.of("ops/data"));
    }

    @Test
    void movesEveryPortWithTheBaseAndTakesAddressesThatAreGiven() {
        ServiceAddresses addresses = ServiceAddresses.from(Map.of(
                "REGISTRY_SERVICE_TOKEN", "t",
                "REGISTRY_PORT_BASE", "9000",
                "REGISTRY_DATA", "/var/registry",
                "REGISTRY_GATEWAY_URL", "http://ledger:1234/"));
        assertThat(addresses.gateway()).isEqualTo(URI.create("http://ledger:1234"));
        assertThat(addresses.ingest()).isEqualTo(URI.create("http://127.0.0.1:9091"));
        assertThat(addresses.mqttPort()).isEqualTo(2883);
    }

    @Test
    void refusesAVariableThatItDoesNotKnow() {
        assertThatThrownBy(() -> ServiceAddresses.from(Map.of("REGISTRY_SERVICE_TOKEN", "t", "REGISTRY_PORT", "1")))
                .hasMessageContaining("REGISTRY_PORT");
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(ServiceAddresses.from(Map.of("REGISTRY_SERVICE_TOKEN", "geheim"))
                        .toString())
                .doesNotContain("geheim")
                .contains("***");
    }
}
