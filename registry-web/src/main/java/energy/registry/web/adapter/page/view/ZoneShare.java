package energy.registry.web.adapter.page.view;

import energy.registry.web.model.DeviceRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one bidding zone has certified, and its share of the largest zone in thousandths. */
public record ZoneShare(String zone, long devices, long certifiedWh, long permille) {
    private static final int ZONES_SHOWN_MAX = 12;

    /** The zones of the devices, largest first. */
    public static List<ZoneShare> of(List<DeviceRow> devices) {
        Map<String, List<DeviceRow>> byZone =
                devices.stream().collect(Collectors.groupingBy(DeviceRow::zone, TreeMap::new, Collectors.toList()));
        long most =
                byZone.values().stream().mapToLong(ZoneShare::certified).max().orElse(0);
        return byZone.entrySet().stream()
                .map(entry -> share(entry.getKey(), entry.getValue(), Math.max(1, most)))
                .sorted(Comparator.comparingLong(ZoneShare::certifiedWh).reversed())
                .limit(ZONES_SHOWN_MAX)
                .toList();
    }

    private static ZoneShare share(String zone, List<DeviceRow> devices, long most) {
        long certified = certified(devices);
        return new ZoneShare(zone, devices.size(), certified, certified * 1000 / most);
    }

    private static long certified(List<DeviceRow> devices) {
        return devices.stream().mapToLong(DeviceRow::issuedWh).sum();
    }
}
