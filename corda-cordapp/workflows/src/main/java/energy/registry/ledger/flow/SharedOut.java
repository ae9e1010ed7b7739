package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** A part of a retirement for one end user: serials of a device. */
@CordaSerializable
public final class SharedOut {
    private final String name;
    private final String id;
    private final String country;
    private final String deviceId;
    private final long serialFrom;
    private final long quantityWh;

    public SharedOut(String name, String id, String country, String deviceId, long serialFrom, long quantityWh) {
        this.name = name;
        this.id = id;
        this.country = country;
        this.deviceId = deviceId;
        this.serialFrom = serialFrom;
        this.quantityWh = quantityWh;
    }

    public String getName() {
        return name;
    }

    public String getId() {
        return id;
    }

    public String getCountry() {
        return country;
    }

    public String getDeviceId() {
        return deviceId;
    }

    public long getSerialFrom() {
        return serialFrom;
    }

    public long getQuantityWh() {
        return quantityWh;
    }
}
