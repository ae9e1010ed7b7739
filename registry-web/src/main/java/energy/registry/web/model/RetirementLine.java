package energy.registry.web.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One bundle that a retirement took out of circulation, with its device's facts. */
public record RetirementLine(
        String certificateId,
        String deviceId,
        String deviceName,
        String technology,
        String country,
        String zone,
        String region,
        LocalDate operationalSince,
        List<String> support,
        long emissionFactorGramsPerKwh,
        long serialFrom,
        long serialTo,
        List<Interval> intervals,
        List<String> marks,
        String finding,
        String claimId) {
    public long quantityWh() {
        return serialTo - serialFrom;
    }

    public Instant start() {
        return intervals.isEmpty() ? Instant.EPOCH : intervals.get(0).start();
    }

    public Instant end() {
        return intervals.isEmpty()
                ? Instant.EPOCH
                : intervals.get(intervals.size() - 1).end();
    }
}
