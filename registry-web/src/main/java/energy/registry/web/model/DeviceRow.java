package energy.registry.web.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A production device with what it has been issued. */
public record DeviceRow(
        String deviceId,
        String name,
        String owner,
        String ownerName,
        String technology,
        long capacityW,
        String country,
        String zone,
        String region,
        BigDecimal latitude,
        BigDecimal longitude,
        LocalDate operationalSince,
        String meteringPointId,
        String meterId,
        String meterSerial,
        String meterMaker,
        int intervalSeconds,
        String cameraPolicy,
        List<String> cameraIds,
        List<String> support,
        long emissionFactorGramsPerKwh,
        String status,
        String deviceDigest,
        String txId,
        Instant registeredAt,
        long issuedWh) {}
