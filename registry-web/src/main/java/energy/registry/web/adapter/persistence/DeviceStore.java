package energy.registry.web.adapter.persistence;

import energy.registry.web.model.DeviceFilter;
import energy.registry.web.model.DeviceRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Devices;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Devices read from the database. */
public final class DeviceStore implements Devices {
    private final Database database;

    public DeviceStore(Database database) {
        this.database = database;
    }

    @Override
    public Slice<DeviceRow> list(DeviceFilter filter, Window window) {
        Conditions conditions = new Conditions()
                .when("e.owner = :owner", "owner", filter.owner())
                .when("e.technology = :technology", "technology", filter.technology())
                .when("e.country = :country", "country", filter.country());
        if (!filter.search().isBlank()) {
            conditions
                    .and("(locate(:search, lower(e.name)) > 0 or locate(:search, lower(e.deviceId)) > 0)")
                    .bind("search", filter.search().strip().toLowerCase(Locale.ROOT));
        }
        Cursor.parse(window.after())
                .ifPresent(place -> conditions.and("e.deviceId > :place").bind("place", place.id()));
        return database.read(entities -> {
            List<DeviceEntity> found = conditions.list(entities, DeviceEntity.class, "e.deviceId", window.limit() + 1);
            Slice<DeviceEntity> slice = Cursor.slice(found, window.limit(), e -> new Cursor(0, e.deviceId));
            return new Slice<>(rows(entities, slice.items()), slice.next());
        });
    }

    @Override
    public Optional<DeviceRow> find(String deviceId) {
        return database.read(entities -> Optional.ofNullable(entities.find(DeviceEntity.class, deviceId))
                .map(device -> rows(entities, List.of(device)).get(0)));
    }

    private static List<DeviceRow> rows(EntityManager entities, List<DeviceEntity> found) {
        Names names = Names.of(entities, found.stream().map(e -> e.owner).toList(), List.of());
        Map<String, Long> issued =
                issued(entities, found.stream().map(e -> e.deviceId).toList());
        return found.stream()
                .map(e -> row(e, names.account(e.owner), issued.getOrDefault(e.deviceId, 0L)))
                .toList();
    }

    private static Map<String, Long> issued(EntityManager entities, List<String> deviceIds) {
        if (deviceIds.isEmpty()) {
            return Map.of();
        }
        List<?> sums = entities.createNativeQuery(
                        "select device_id, sum(quantity_wh) from certificate_month"
                                + " where issued and device_id in (:ids) group by device_id",
                        Object[].class)
                .setParameter("ids", deviceIds)
                .getResultList();
        return sums.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    private static DeviceRow row(DeviceEntity e, String ownerName, long issuedWh) {
        return new DeviceRow(
                e.deviceId,
                e.name,
                e.owner,
                ownerName,
                e.technology,
                e.capacityW,
                e.country,
                e.zone,
                e.region,
                e.latitude,
                e.longitude,
                e.operationalSince,
                e.meteringPointId,
                e.meterId,
                e.meterSerial,
                e.meterMaker,
                e.intervalSeconds,
                e.cameraPolicy,
                Words.split(e.cameraIds),
                Words.split(e.support),
                e.emissionGramsKwh,
                e.status,
                e.deviceDigest,
                e.txId,
                e.registeredAt,
                issuedWh);
    }
}
