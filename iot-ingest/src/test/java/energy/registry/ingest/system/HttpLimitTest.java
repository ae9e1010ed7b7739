package energy.registry.ingest.system;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.ingest.fixture.Patience;
import energy.registry.ingest.fixture.RunningIngest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stranger who asks without pause is turned away; the services and the health check are not. */
class HttpLimitTest {
    @Test
    void aStrangerIsTurnedAwayAndTheServicesAreNot() throws Exception {
        try (RunningIngest ingest = new RunningIngest(Duration.ofHours(1), Map.of("REGISTRY_INGEST_HTTP_RATE", "1"))) {
            Patience.await(() -> ingest.statusForStranger("/v1/meters/NOBODY/position") == 429);
            assertThat(ingest.metric("ingest_http_turned_away")).isPositive();
            for (int i = 0; i < 20; i++) {
                assertThat(ingest.get("/v1/meters/NOBODY/position").statusCode())
                        .isEqualTo(404);
                assertThat(ingest.statusForStranger("/health")).isEqualTo(200);
            }
        }
    }
}
