package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds certificates by id, device, owner, lock and expiry. */
@Entity
@Table(name = "ledger_certificate")
public class PersistentCertificate extends PersistentState {
    @Column(name = "certificate_id", nullable = false, length = 400)
    private String certificateId;

    @Column(name = "device_id", nullable = false, length = 255)
    private String deviceId;

    @Column(name = "owner_key_id", nullable = false, length = 64)
    private String ownerKeyId;

    @Column(name = "status", nullable = false, length = 32)
    private String status;

    @Column(name = "lock_id", length = 64)
    private String lockId;

    @Column(name = "expires_second")
    private Long expiresEpochSecond;

    /** For the object mapper. */
    protected PersistentCertificate() {}

    /** @param lockId number of the transfer that locks it, or null */
    public PersistentCertificate(
            String certificateId,
            String deviceId,
            String ownerKeyId,
            String status,
            String lockId,
            long expiresEpochSecond) {
        this.certificateId = certificateId;
        this.deviceId = deviceId;
        this.ownerKeyId = ownerKeyId;
        this.status = status;
        this.lockId = lockId;
        this.expiresEpochSecond = expiresEpochSecond;
    }

    public String getCertificateId() {
        return certificateId;
    }

    public String getDeviceId() {
        return deviceId;
    }

    public String getOwnerKeyId() {
        return ownerKeyId;
    }

    public String getStatus() {
        return status;
    }

    public String getLockId() {
        return lockId;
    }

    public Long getExpiresEpochSecond() {
        return expiresEpochSecond;
    }
}
