package energy.registry.web.port;

import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import java.util.Optional;

/** Registered devices, by device id. */
public interface Devices {
    Slice<DeviceRow> list(DeviceFilter filter, Window window);

    Optional<DeviceRow> find(String deviceId);
}
