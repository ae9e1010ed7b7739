package energy.registry.web.application.office;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An application's checked answers as the device of the contract between the services (wire.md, section 2). */
final class DeviceRecord {
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;\\s]+");
    private static final int DEGREE_PLACES = 6;

    private DeviceRecord() {}

    static Map<String, Object> of(String owner, Map<String, String> is) {
        Map<String, Object> device = new LinkedHashMap<>();
        for (String plain : List.of(
                "deviceId",
                "name",
                "technology",
                "country",
                "zone",
                "region",
                "operationalSince",
                "meteringPointId",
                "meterId",
                "meterSerial",
                "meterMaker",
                "cameraPolicy")) {
            device.put(plain, is.get(plain));
        }
        device.put("owner", owner);
        device.put("capacityW", scaled(is.get("capacityKw"), 3));
        device.put("latitude", degrees(is.get("latitude")));
        device.put("longitude", degrees(is.get("longitude")));
        device.put("meterKey", PublicKeys.read(is.get("meterKey")).orElseThrow());
        device.put("intervalSeconds", Integer.parseInt(is.get("intervalSeconds")));
        device.put("emissionFactorGramsPerKwh", Integer.parseInt(is.get("emissionFactor")));
        device.put("cameras", cameras(is));
        device.put("support", List.of());
        device.put("supportPeriods", support(is));
        if ("WIND".equals(is.get("technology"))) {
            device.put("rotor", rotor(is));
        }
        return device;
    }

    private static List<Map<String, Object>> cameras(Map<String, String> is) {
        List<Map<String, Object>> cameras = new ArrayList<>();
        for (int n = 1; n <= DeviceForm.CAMERAS_MAX; n++) {
            String id = is.getOrDefault("cameraId" + n, "");
            if (!id.isEmpty()) {
                String key =
                        PublicKeys.read(is.getOrDefault("cameraKey" + n, "")).orElseThrow();
                cameras.add(Map.of("cameraId", id, "key", key));
            }
        }
        return cameras;
    }

    /**
     * Support is told on the certificates of its time. Days are whole days in UTC; the last one is paid for to its end.
     */
    private static List<Map<String, Object>> support(Map<String, String> is) {
        List<Map<String, Object>> periods = new ArrayList<>();
        for (int n = 1; n <= DeviceForm.SUPPORT_MAX; n++) {
            String kind = is.getOrDefault("supportKind" + n, "");
            if (!kind.isEmpty()) {
                Map<String, Object> period = new LinkedHashMap<>();
                period.put("scheme", is.get("supportScheme" + n));
                period.put("kind", kind);
                period.put("effect", "FLAG");
                period.put("start", is.get("supportFrom" + n) + "T00:00:00Z");
                FormCheck.date(is.getOrDefault("supportUntil" + n, ""))
                        .ifPresent(last -> period.put("end", last.plusDays(1) + "T00:00:00Z"));
                periods.add(period);
            }
        }
        return periods;
    }

    private static Map<String, Object> rotor(Map<String, String> is) {
        Map<String, Object> rotor = new LinkedHashMap<>();
        rotor.put("blades", Integer.parseInt(is.get("blades")));
        rotor.put("minMilliRpm", scaled(is.get("rpmMin"), 3));
        rotor.put("maxMilliRpm", scaled(is.get("rpmMax"), 3));
        rotor.put("clockwise", "yes".equals(is.get("clockwise")));
        List<Map<String, Object>> curve = new ArrayList<>();
        for (String line : curveLines(is.get("curve"))) {
            List<BigDecimal> point = curvePoint(line);
            curve.add(Map.of(
                    "milliRpm", scaled(point.get(0)), "minW", scaled(point.get(1)), "maxW", scaled(point.get(2))));
        }
        rotor.put("curve", curve);
        return rotor;
    }

    static List<String> curveLines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The numbers of a line; fewer than there should be where one cannot be read. */
    static List<BigDecimal> curvePoint(String line) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String part : BETWEEN_NUMBERS.split(line)) {
            FormCheck.decimal(part).ifPresent(numbers::add);
        }
        return numbers;
    }

    private static long scaled(BigDecimal thousands) {
        return thousands.movePointRight(3).longValue();
    }

    private static long scaled(String number, int places) {
        return new BigDecimal(number).movePointRight(places).longValueExact();
    }

    private static BigDecimal degrees(String text) {
        return new BigDecimal(text).setScale(DEGREE_PLACES, java.math.RoundingMode.UNNECESSARY);
    }
}
