package energy.registry.web.adapter.persistence.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import energy.registry.web.adapter.persistence.Database;
import energy.registry.web.model.office.Neighbour;
import energy.registry.web.port.office.DeviceFiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registered devices as the read model knows them, asked for what they share with an application. */
public final class DeviceFileStore implements DeviceFiles {
    /** The ledger takes a square of a thousandth of a degree for one place; this reaches a little further than any such square. */
    private static final BigDecimal NEAR_DEGREES = new BigDecimal("0.0010");
    /** Enough to show; one is enough to ask. */
    private static final int NEIGHBOURS_MAX = 10;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STRONG =
            Map.of("deviceId", "device_id", "meteringPointId", "metering_point_id", "meterId", "meter_id");

    private final Database database;

    public DeviceFileStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Neighbour> neighbours(Map<String, String> values) {
        List<Neighbour> found = new ArrayList<>();
        STRONG.forEach((field, column) -> {
            String value = values.getOrDefault(field, "");
            if (!value.isEmpty()) {
                found.addAll(rows(column + " = :value", Map.of("value", value), field, true));
            }
        });
        String serial = values.getOrDefault("meterSerial", "");
        if (!serial.isEmpty()) {
            Map<String, Object> same = Map.of("serial", serial, "maker", values.getOrDefault("meterMaker", ""));
            found.addAll(rows("meter_serial = :serial and meter_maker = :maker", same, "meterSerial", true));
        }
        near(values).forEach(near -> {
            if (found.stream().noneMatch(other -> other.deviceId().equals(near.deviceId()))) {
                found.add(near);
            }
        });
        return found;
    }

    private List<Neighbour> near(Map<String, String> values) {
        try {
            Map<String, Object> place = Map.of(
                    "latitude",
                    new BigDecimal(values.getOrDefault("latitude", "")),
                    "longitude",
                    new BigDecimal(values.getOrDefault("longitude", "")),
                    "near",
                    NEAR_DEGREES,
                    "technology",
                    values.getOrDefault("technology", ""));
            return rows(
                    "abs(latitude - :latitude) < :near and abs(longitude - :longitude) < :near and technology = :technology",
                    place,
                    "place",
                    false);
        } catch (NumberFormatException notYetGiven) {
            return List.of();
        }
    }

    private List<Neighbour> rows(String where, Map<String, Object> values, String shares, boolean strong) {
        return database.read(entities -> {
            var query = entities.createNativeQuery(
                    "select device_id, name, owner from device where " + where + " order by device_id", Object[].class);
            values.forEach(query::setParameter);
            List<Neighbour> rows = new ArrayList<>();
            for (Object row : query.setMaxResults(NEIGHBOURS_MAX).getResultList()) {
                Object[] cells = (Object[]) row;
                rows.add(new Neighbour((String) cells[0], (String) cells[1], (String) cells[2], shares, strong));
            }
            return rows;
        });
    }

    @Override
    public Optional<Map<String, Object>> recorded(String deviceId) {
        String part = "%\"" + deviceId.replaceAll("[^A-Za-z0-9.:_-]", "") + "\"%";
        List<String> told = database.read(entities -> entities.createQuery(
                        "select e.data from EventEntity e where e.type in ('DeviceRegistered', 'DeviceChanged')"
                                + " and e.data like :part order by e.seq desc",
                        String.class)
                .setParameter("part", part)
                .setMaxResults(NEIGHBOURS_MAX)
                .getResultList());
        return told.stream()
                .map(data -> device(data, deviceId))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Map<String, Object>> device(String json, String deviceId) {
        try {
            JsonNode device = JSON.readTree(json).path("device");
            return device.path("deviceId").asText().equals(deviceId)
                    ? Optional.of(JSON.convertValue(
                            device, new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {}))
                    : Optional.empty();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored event is not JSON", broken);
        }
    }
}
