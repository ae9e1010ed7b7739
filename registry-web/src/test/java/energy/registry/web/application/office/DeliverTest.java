package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long is waited between tries. */
final class DeliverTest {
    @Test
    void thePausesGrowAndEndAfterAboutADay() {
        Duration all = Duration.ZERO;
        for (int tries = 1; tries < Deliver.TRIES_MAX; tries++) {
            assertThat(Deliver.pause(tries)).isLessThanOrEqualTo(Deliver.pause(tries + 1));
            all = all.plus(Deliver.pause(tries));
        }
        assertThat(Deliver.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Deliver.pause(Deliver.TRIES_MAX)).isEqualTo(Duration.ofHours(8));
        assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(30));
    }

    @Test
    void anEventConcernsThoseItNames() {
        assertThat(SpreadNews.parties("{\"seller\":\"windpark-nord\",\"buyer\" : \"acme\",\"note\":\"globex\"}"))
                .containsExactly("windpark-nord", "acme");
    }
}
