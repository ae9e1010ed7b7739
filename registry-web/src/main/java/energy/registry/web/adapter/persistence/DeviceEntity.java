package energy.registry.web.adapter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A registered device. */
@Entity
@Table(name = "device")
class DeviceEntity {
    @Id
    @Column(name = "device_id")
    String deviceId;

    String name;
    String owner;
    String technology;

    @Column(name = "capacity_w")
    long capacityW;

    String country;
    String zone;
    String region;

    @Column(precision = 9, scale = 6)
    BigDecimal latitude;

    @Column(precision = 9, scale = 6)
    BigDecimal longitude;

    @Column(name = "operational_since")
    LocalDate operationalSince;

    @Column(name = "metering_point_id")
    String meteringPointId;

    @Column(name = "meter_id")
    String meterId;

    @Column(name = "meter_serial")
    String meterSerial;

    @Column(name = "meter_maker")
    String meterMaker;

    @Column(name = "interval_seconds")
    int intervalSeconds;

    @Column(name = "camera_policy")
    String cameraPolicy;

    @Column(name = "camera_ids")
    String cameraIds;

    String support;

    @Column(name = "emission_grams_kwh")
    long emissionGramsKwh;

    String status;

    @Column(name = "device_digest")
    String deviceDigest;

    @Column(name = "tx_id")
    String txId;

    @Column(name = "registered_at")
    Instant registeredAt;

    /** When the owner has to say again that the record is true. */
    @Column(name = "attestation_due")
    Instant attestationDue;
}
