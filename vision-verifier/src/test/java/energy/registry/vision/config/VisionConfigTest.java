package energy.registry.vision.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisionConfigTest {
    @Test
    void defaultsNeedOnlyTheToken() {
        VisionConfig config = VisionConfig.from(Map.of("REGISTRY_SERVICE_TOKEN", "t", "PATH", "/bin"));

        assertThat(config.port()).isEqualTo(8092);
        assertThat(config.gateway()).isEqualTo(URI.create("http://127.0.0.1:8090"));
        assertThat(config.ingest()).isEqualTo(URI.create("http://127.0.0.1:8091"));
        assertThat(config.data()).endsWithRaw(Path.of("ops/data"));
        assertThat(config.toString()).doesNotContain("token t");
    }

    @Test
    void thePortBaseMovesEveryPort() {
        VisionConfig config = VisionConfig.from(Map.of("REGISTRY_SERVICE_TOKEN", "t", "REGISTRY_PORT_BASE", "9000"));

        assertThat(config.port()).isEqualTo(9092);
        assertThat(config.ingest().getPort()).isEqualTo(9091);
    }

    @Test
    void unknownSettingsAndAMissingTokenStopTheStart() {
        assertThatThrownBy(() -> VisionConfig.from(Map.of("REGISTRY_SERVICE_TOKEN", "t", "REGISTRY_COLOUR", "red")))
                .hasMessageContaining("REGISTRY_COLOUR");
        assertThatThrownBy(() -> VisionConfig.from(Map.of())).hasMessageContaining("REGISTRY_SERVICE_TOKEN");
    }
}
