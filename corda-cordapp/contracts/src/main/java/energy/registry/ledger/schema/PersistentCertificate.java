package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds certificates by id, device and owner. */
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

    /** For the object mapper. */
    protected PersistentCertificate() {}

    public PersistentCertificate(String certificateId, String deviceId, String ownerKeyId, String status) {
        this.certificateId = certificateId;
        this.deviceId = deviceId;
        this.ownerKeyId = ownerKeyId;
        this.status = status;
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
}
