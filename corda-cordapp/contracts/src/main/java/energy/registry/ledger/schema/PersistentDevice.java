package energy.registry.ledger.schema;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import net.corda.core.schemas.PersistentState;

/** Finds devices by id and by meter. */
@Entity
@Table(name = "ledger_device")
public class PersistentDevice extends PersistentState {
    @Column(name = "device_id", nullable = false, length = 255)
    private String deviceId;

    @Column(name = "meter_id", nullable = false, length = 255)
    private String meterId;

    @Column(name = "page_no", nullable = false)
    private int page;

    /** For the object mapper. */
    protected PersistentDevice() {}

    public PersistentDevice(String deviceId, String meterId, int page) {
        this.deviceId = deviceId;
        this.meterId = meterId;
        this.page = page;
    }

    public String getDeviceId() {
        return deviceId;
    }

    public String getMeterId() {
        return meterId;
    }

    public int getPage() {
        return page;
    }
}
