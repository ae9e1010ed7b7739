package energy.registry.web.adapter.persistence;

import energy.registry.web.model.Interval;
import energy.registry.web.model.RetirementLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a retirement, with what its bundle says: neither changes any more, and a report over thousands of lines reads
 * them in one piece.
 *
 * @param intervals each as {@code start/end/serialFrom/serialTo}, times in seconds since 1970 UTC, with a space between two
 */
@Embeddable
record LinePart(
        @Column(name = "certificate_id") String certificateId,
        @Column(name = "device_id") String deviceId,
        @Column(name = "serial_from") long serialFrom,
        @Column(name = "serial_to") long serialTo,
        String marks,
        String finding,
        @Column(name = "claim_id") String claimId,
        String intervals) {
    private static final String BETWEEN = " ";
    private static final String WITHIN = "/";

    static LinePart of(CertificateEntity bundle, List<IntervalPart> intervals) {
        return new LinePart(
                bundle.certificateId,
                bundle.deviceId,
                bundle.serialFrom,
                bundle.serialTo,
                bundle.marks,
                bundle.finding,
                bundle.claimId,
                intervals.stream().map(LinePart::written).collect(Collectors.joining(BETWEEN)));
    }

    private static String written(IntervalPart part) {
        return String.join(
                WITHIN,
                String.valueOf(part.start().getEpochSecond()),
                String.valueOf(part.end().getEpochSecond()),
                String.valueOf(part.serialFrom()),
                String.valueOf(part.serialTo()));
    }

    private static Interval read(String written) {
        String[] parts = written.split(WITHIN);
        return new Interval(
                Instant.ofEpochSecond(Long.parseLong(parts[0])),
                Instant.ofEpochSecond(Long.parseLong(parts[1])),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]));
    }

    RetirementLine value(DeviceEntity device) {
        return new RetirementLine(
                certificateId,
                deviceId,
                device.name,
                device.technology,
                device.country,
                device.zone,
                device.region,
                device.operationalSince,
                Words.split(device.support),
                device.emissionGramsKwh,
                serialFrom,
                serialTo,
                Arrays.stream(intervals.split(BETWEEN)).map(LinePart::read).toList(),
                Words.split(marks),
                finding,
                claimId);
    }
}
