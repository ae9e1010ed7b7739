package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Interval;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** One production interval of a bundle. */
@Embeddable
record IntervalPart(
        @Column(name = "start_at") Instant start,
        @Column(name = "end_at") Instant end,
        @Column(name = "serial_from") long serialFrom,
        @Column(name = "serial_to") long serialTo) {
    Interval value() {
        return new Interval(start, end, serialFrom, serialTo);
    }
}
