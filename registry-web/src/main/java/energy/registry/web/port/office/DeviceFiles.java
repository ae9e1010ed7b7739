package energy.registry.web.port.office;

import energy.registry.web.model.office.Neighbour;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the read model knows of registered devices beyond a list's row. */
public interface DeviceFiles {
    /** Devices that share an identity with these values of an application, or stand in the same place. */
    List<Neighbour> neighbours(Map<String, String> values);

    /** The whole device as the ledger last recorded it, by the names of the contract between the services. */
    Optional<Map<String, Object>> recorded(String deviceId);
}
