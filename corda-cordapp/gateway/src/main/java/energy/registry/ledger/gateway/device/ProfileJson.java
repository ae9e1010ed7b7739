package energy.registry.ledger.gateway.device;

import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.Label;
import energy.registry.domain.device.Measurement;
import energy.registry.domain.device.MeterRole;
import energy.registry.domain.device.OtherMeter;
import energy.registry.domain.device.OtherRegistration;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.SupportEffect;
import energy.registry.domain.device.SupportKind;
import energy.registry.domain.device.SupportPeriod;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ledger.gateway.http.Fields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what a device's JSON says beyond the nameplate; every field may be absent. */
final class ProfileJson {
    private static final int LIST_MAX = ProductionDevice.LIST_MAX;

    /** A signed deregistration is a few hundred bytes. */
    private static final int RELEASE_BYTES_MAX = 4_096;

    private ProfileJson() {}

    static DeviceProfile profile(Fields in) {
        List<Label> labels = new ArrayList<>();
        for (Fields label : objects(in, "labels")) {
            labels.add(new Label(label.text("code", DeviceJson.NAME_MAX), DeviceJson.day(label, "goodThrough")));
        }
        return DeviceProfile.builder()
                .address(in.textOr("postcode", ""), in.textOr("city", ""))
                .repowered(repowered(in))
                .measurement(in.has("measurement") ? in.choice("measurement", Measurement.values()) : Measurement.NET)
                .configuration((int) in.wholeOr("configuration", 1, 1, 3))
                .labels(labels)
                .emissionFactorSource(in.textOr("emissionFactorSource", ""))
                .disclosureUsable(!in.has("disclosureUsable") || in.flag("disclosureUsable"))
                .legalStatus(in.textOr("legalStatus", ""))
                .build();
    }

    private static List<Long> repowered(Fields in) {
        List<Long> days = new ArrayList<>();
        for (String day : in.has("repowered") ? in.texts("repowered", LIST_MAX) : List.<String>of()) {
            try {
                days.add(LocalDate.parse(day).toEpochDay());
            } catch (DateTimeException malformed) {
                throw in.refuse("repowered", day, "give dates such as 2019-05-01");
            }
        }
        return days;
    }

    static DeviceStanding standing(Fields in) {
        List<OtherMeter> meters = new ArrayList<>();
        for (Fields meter : objects(in, "otherMeters")) {
            meters.add(new OtherMeter(
                    meter.choice("role", MeterRole.values()),
                    meter.text("meterId", DeviceJson.NAME_MAX),
                    meter.text("serial", DeviceJson.NAME_MAX),
                    meter.text("maker", DeviceJson.NAME_MAX)));
        }
        List<SupportPeriod> periods = new ArrayList<>();
        for (Fields period : objects(in, "supportPeriods")) {
            periods.add(support(period));
        }
        List<OtherRegistration> registrations = new ArrayList<>();
        for (Fields registration : objects(in, "otherRegistrations")) {
            registrations.add(registration(registration));
        }
        return new DeviceStanding(meters, periods, registrations);
    }

    private static SupportPeriod support(Fields in) {
        long start = in.instant("start").getEpochSecond();
        long end = in.has("end") ? in.instant("end").getEpochSecond() : SupportPeriod.OPEN;
        if (end <= start) {
            throw in.refuse("end", in.instant("end"), "give a time after the start");
        }
        return new SupportPeriod(
                in.text("scheme", DeviceJson.NAME_MAX),
                in.choice("kind", SupportKind.values()),
                in.choice("effect", SupportEffect.values()),
                start,
                end);
    }

    private static OtherRegistration registration(Fields in) {
        OtherRegistration open = OtherRegistration.open(
                in.text("registry", DeviceJson.NAME_MAX),
                DeviceJson.key(in, "key"),
                in.instant("start").getEpochSecond());
        if (!in.has("release")) {
            return open;
        }
        try {
            return open.endedBy(SignedRecord.decode(in.base64("release", RELEASE_BYTES_MAX)));
        } catch (IllegalArgumentException malformed) {
            throw in.refuse("release", "", "give the other registry's signed deregistration in standard base64");
        }
    }

    private static List<Fields> objects(Fields in, String name) {
        return in.has(name) ? in.objects(name, LIST_MAX) : List.of();
    }
}
