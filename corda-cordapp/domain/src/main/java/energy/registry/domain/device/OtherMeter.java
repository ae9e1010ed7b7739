package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;

/** A meter of a device that is not its revenue meter. It is named so that nobody registers it as another device's. */
public final class OtherMeter {
    private final MeterRole role;
    private final String meterId;
    private final String serial;
    private final String maker;

    public OtherMeter(MeterRole role, String meterId, String serial, String maker) {
        if (meterId.trim().isEmpty() || serial.trim().isEmpty() || maker.trim().isEmpty()) {
            throw new IllegalArgumentException(
                    "otherMeters: '" + meterId + "' is not accepted; a meter has an id, a serial and a maker");
        }
        this.role = role;
        this.meterId = meterId;
        this.serial = serial;
        this.maker = maker;
    }

    public MeterRole role() {
        return role;
    }

    public String meterId() {
        return meterId;
    }

    public String serial() {
        return serial;
    }

    public String maker() {
        return maker;
    }

    void write(CanonicalWriter out) {
        out.u8(role.ordinal()).text(meterId).text(serial).text(maker);
    }

    static OtherMeter read(CanonicalReader in) {
        return new OtherMeter(
                in.choice("role", MeterRole.values()),
                in.text("otherMeterId"),
                in.text("otherSerial"),
                in.text("otherMaker"));
    }
}
