package energy.registry.web.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.model.Interval;
import energy.registry.web.model.RetirementLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePartTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void keepsEveryIntervalOfItsBundleInOrder() {
        CertificateEntity bundle = new CertificateEntity();
        bundle.certificateId = "WTG-0001:20260101T0000Z:0-1000000";
        bundle.deviceId = "WTG-0001";
        bundle.serialTo = 1_000_000;
        bundle.marks = "SIMULATION,LATE";
        bundle.finding = "CONSISTENT";
        bundle.claimId = "c".repeat(64);
        List<IntervalPart> made = List.of(
                part(0, 900, 0, 600_000), part(900, 1_800, 600_000, 600_000), part(1_800, 2_700, 600_000, 1_000_000));

        RetirementLine line = LinePart.of(bundle, made).value(new DeviceEntity());

        assertThat(line.intervals())
                .isEqualTo(made.stream().map(IntervalPart::value).toList())
                .extracting(Interval::quantityWh)
                .containsExactly(600_000L, 0L, 400_000L);
        assertThat(line.start()).isEqualTo(MIDNIGHT);
        assertThat(line.end()).isEqualTo(MIDNIGHT.plusSeconds(2_700));
        assertThat(line.marks()).containsExactly("SIMULATION", "LATE");
    }

    private static IntervalPart part(long from, long until, long serialFrom, long serialTo) {
        return new IntervalPart(MIDNIGHT.plusSeconds(from), MIDNIGHT.plusSeconds(until), serialFrom, serialTo);
    }
}
