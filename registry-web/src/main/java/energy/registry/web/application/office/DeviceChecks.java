package energy.registry.web.application.office;

import energy.registry.web.model.office.Remark;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between the answers of a step, beyond each answer by itself. */
final class DeviceChecks {
    private static final int CURVE_POINTS_MAX = 128; // what the ledger's record of a rotor holds
    private static final int CURVE_POINTS_MIN = 2;
    private static final int BLADES_MAX = 12;
    private static final BigDecimal LATITUDE_MAX = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE_MAX = BigDecimal.valueOf(180);
    private static final BigDecimal CAPACITY_KW_MAX = BigDecimal.valueOf(10_000_000); // 10 GW: above any plant there is

    private DeviceChecks() {}

    static List<Remark> check(DeviceStep step, Map<String, String> values, LocalDate today) {
        List<Remark> remarks = new ArrayList<>(FormCheck.check(DeviceForm.fields(step, values), values));
        Set<String> faulty = new HashSet<>();
        remarks.forEach(remark -> faulty.add(remark.field()));
        List<Remark> more =
                switch (step) {
                    case TECHNOLOGY -> technology(values, today);
                    case PLACE -> place(values);
                    case CAMERAS -> cameras(values);
                    case POWER -> power(values);
                    case SUPPORT -> support(values);
                    default -> List.of();
                };
        more.stream().filter(remark -> !faulty.contains(remark.field())).forEach(remarks::add);
        return remarks;
    }

    private static List<Remark> technology(Map<String, String> values, LocalDate today) {
        List<Remark> remarks = new ArrayList<>();
        number(values, "capacityKw")
                .filter(kw -> kw.signum() <= 0
                        || kw.compareTo(CAPACITY_KW_MAX) > 0
                        || kw.stripTrailingZeros().scale() > 3)
                .ifPresent(kw -> remarks.add(new Remark(
                        "capacityKw",
                        FormCheck.quoted(kw.toPlainString())
                                + "Write the certified maximum in kW, above 0, exact to the watt.")));
        day(values, "operationalSince")
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> remarks.add(new Remark(
                        "operationalSince",
                        FormCheck.quoted(day.toString())
                                + "It lies in the future: register the device once it runs.")));
        Optional<LocalDate> since = day(values, "operationalSince");
        day(values, "repoweredOn")
                .filter(day -> day.isAfter(today) || since.filter(day::isBefore).isPresent())
                .ifPresent(day -> remarks.add(new Remark(
                        "repoweredOn",
                        FormCheck.quoted(day.toString())
                                + "Repowering comes after commissioning and lies in the past.")));
        return remarks;
    }

    private static List<Remark> place(Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>();
        within(remarks, values, "latitude", LATITUDE_MAX);
        within(remarks, values, "longitude", LONGITUDE_MAX);
        return remarks;
    }

    private static void within(List<Remark> remarks, Map<String, String> values, String field, BigDecimal max) {
        number(values, field)
                .filter(degrees -> degrees.abs().compareTo(max) > 0)
                .ifPresent(degrees -> remarks.add(new Remark(
                        field,
                        FormCheck.quoted(degrees.toPlainString()) + "Degrees lie between -" + max + " and " + max
                                + ".")));
    }

    private static List<Remark> cameras(Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int n = 1; n <= DeviceForm.CAMERAS_MAX; n++) {
            String id = text(values, "cameraId" + n);
            String key = text(values, "cameraKey" + n);
            if (!id.isEmpty() && key.isEmpty()) {
                remarks.add(new Remark(
                        "cameraKey" + n,
                        "This is empty. A camera without a key proves nothing: paste its public key."));
            }
            if (id.isEmpty() && !key.isEmpty()) {
                remarks.add(new Remark("cameraId" + n, "This is empty. Name the camera that the key belongs to."));
            }
            if (!id.isEmpty() && !ids.add(id)) {
                remarks.add(new Remark("cameraId" + n, FormCheck.quoted(id) + "It names another camera above."));
            }
        }
        boolean needed = !"NONE".equals(text(values, "cameraPolicy"));
        if (needed && ids.isEmpty()) {
            remarks.add(new Remark("cameraId1", "This is empty. Name a camera, or choose “No camera”."));
        }
        return remarks;
    }

    private static List<Remark> power(Map<String, String> values) {
        if ("SOLAR".equals(values.get("technology"))) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        number(values, "blades")
                .filter(blades -> blades.signum() == 0 || blades.intValue() > BLADES_MAX)
                .ifPresent(blades -> remarks.add(new Remark(
                        "blades", FormCheck.quoted(blades.toPlainString()) + "A rotor has 1 to 12 blades.")));
        Optional<BigDecimal> min = number(values, "rpmMin");
        number(values, "rpmMax")
                .filter(max -> min.filter(slow -> slow.signum() >= 0 && slow.compareTo(max) < 0)
                        .isEmpty())
                .ifPresent(max -> remarks.add(new Remark(
                        "rpmMax",
                        FormCheck.quoted(max.toPlainString()) + "It must be faster than the slowest speed.")));
        curveFault(text(values, "curve")).ifPresent(fault -> remarks.add(new Remark("curve", fault)));
        return remarks;
    }

    private static Optional<String> curveFault(String text) {
        List<String> lines = DeviceRecord.curveLines(text);
        if (lines.size() < CURVE_POINTS_MIN || lines.size() > CURVE_POINTS_MAX) {
            return Optional.of("There are " + lines.size()
                    + " lines. Write 2 to 128 points, each on a line of its own: rpm, least kW, most kW.");
        }
        BigDecimal before = null;
        for (int n = 0; n < lines.size(); n++) {
            List<BigDecimal> point = DeviceRecord.curvePoint(lines.get(n));
            if (point.size() != 3) {
                return Optional.of(
                        "Line " + (n + 1) + ", “" + lines.get(n) + "”: write three numbers, such as 6.0, 0, 60.");
            }
            if (point.get(1).compareTo(point.get(2)) > 0) {
                return Optional.of("Line " + (n + 1) + ", “" + lines.get(n) + "”: the least power is above the most.");
            }
            if (before != null && point.get(0).compareTo(before) <= 0) {
                return Optional.of(
                        "Line " + (n + 1) + ", “" + lines.get(n) + "”: the speed must rise from line to line.");
            }
            before = point.get(0);
        }
        return Optional.empty();
    }

    private static List<Remark> support(Map<String, String> values) {
        List<Remark> remarks = new ArrayList<>();
        for (int n = 1; n <= DeviceForm.SUPPORT_MAX; n++) {
            if (text(values, "supportKind" + n).isEmpty()) {
                continue;
            }
            if (text(values, "supportScheme" + n).isEmpty()) {
                remarks.add(new Remark(
                        "supportScheme" + n, "This is empty. Name the scheme: it stands on the certificates."));
            }
            Optional<LocalDate> from = day(values, "supportFrom" + n);
            if (from.isEmpty()) {
                remarks.add(new Remark("supportFrom" + n, "This is empty. Say from which day the support runs."));
            }
            Optional<LocalDate> until = day(values, "supportUntil" + n);
            if (until.isPresent() && from.filter(until.get()::isBefore).isPresent()) {
                remarks.add(new Remark(
                        "supportUntil" + n,
                        FormCheck.quoted(until.get().toString()) + "It lies before the first day."));
            }
        }
        return remarks;
    }

    private static String text(Map<String, String> values, String field) {
        return values.getOrDefault(field, "").strip();
    }

    private static Optional<BigDecimal> number(Map<String, String> values, String field) {
        return FormCheck.decimal(text(values, field));
    }

    private static Optional<LocalDate> day(Map<String, String> values, String field) {
        return FormCheck.date(text(values, field));
    }
}
