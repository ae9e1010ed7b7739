package energy.registry.web.application;

import energy.registry.web.model.Actor;
import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Devices;
import java.util.Optional;

/** Devices are public: what may produce certificates must be open to anyone's eyes. */
public final class DeviceQueries {
    private final Devices devices;

    public DeviceQueries(Devices devices) {
        this.devices = devices;
    }

    /** The public directory. */
    public Slice<DeviceRow> directory(DeviceFilter filter, Window window) {
        return devices.list(filter, window);
    }

    public Slice<DeviceRow> mine(Actor actor, Window window) {
        Permission.requireSignedIn(actor);
        return actor.organisation().isEmpty()
                ? Slice.empty()
                : devices.list(DeviceFilter.ALL.ownedBy(actor.organisation()), window);
    }

    public Optional<DeviceRow> find(String deviceId) {
        return devices.find(deviceId);
    }
}
