package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A line of a retirement: which bundle. */
@Embeddable
record LinePart(
        @Column(name = "certificate_id") String certificateId,
        @Column(name = "device_id") String deviceId,
        @Column(name = "serial_from") long serialFrom,
        @Column(name = "serial_to") long serialTo) {}
