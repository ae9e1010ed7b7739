package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who else measures, pays for or registers a device: what decides whether its energy may be issued at all. */
public final class DeviceStanding {
    public static final String TAG = "REC-STANDING-1";

    /** Nothing but the revenue meter, no support, no other registry. */
    public static final DeviceStanding ALONE =
            new DeviceStanding(Collections.emptyList(), Collections.emptyList(), Collections.emptyList());

    private final List<OtherMeter> otherMeters;
    private final List<SupportPeriod> supportPeriods;
    private final List<OtherRegistration> otherRegistrations;

    public DeviceStanding(
            List<OtherMeter> otherMeters,
            List<SupportPeriod> supportPeriods,
            List<OtherRegistration> otherRegistrations) {
        bounded("otherMeters", otherMeters);
        bounded("supportPeriods", supportPeriods);
        bounded("otherRegistrations", otherRegistrations);
        this.otherMeters = Collections.unmodifiableList(new ArrayList<>(otherMeters));
        this.supportPeriods = Collections.unmodifiableList(new ArrayList<>(supportPeriods));
        this.otherRegistrations = Collections.unmodifiableList(new ArrayList<>(otherRegistrations));
    }

    private static void bounded(String field, List<?> list) {
        if (list.size() > ProductionDevice.LIST_MAX) {
            throw new IllegalArgumentException(
                    field + ": '" + list.size() + "' is not accepted; give at most " + ProductionDevice.LIST_MAX);
        }
    }

    public List<OtherMeter> otherMeters() {
        return otherMeters;
    }

    public List<SupportPeriod> supportPeriods() {
        return supportPeriods;
    }

    public List<OtherRegistration> otherRegistrations() {
        return otherRegistrations;
    }

    /** Codes of the schemes that flag certificates of this time. */
    public List<String> supportIn(ProductionPeriod period) {
        List<String> codes = new ArrayList<>();
        for (SupportPeriod support : supportPeriods) {
            if (support.effect() == SupportEffect.FLAG && support.touches(period)) {
                codes.add(support.code());
            }
        }
        return codes;
    }

    /** Whether energy of this time may be issued: no scheme blocks it and no other registry may have issued it. */
    public Verdict permits(ProductionPeriod period) {
        return Verdict.firstOf(
                () -> Rule.SUPPORT_PERMITS_ISSUE.holds(
                        supportPeriods.stream()
                                .noneMatch(
                                        support -> support.effect() == SupportEffect.BLOCK && support.touches(period)),
                        period.toString()),
                () -> Rule.NO_OTHER_REGISTRY_ISSUES.holds(
                        otherRegistrations.stream().noneMatch(other -> other.touches(period)), period.toString()));
    }

    /** Whether every ended registration elsewhere is signed off by the registry that was declared. */
    public Verdict isProven(String deviceId, SignatureCheck signatures) {
        return Rule.DEREGISTRATION_IS_PROVEN.holds(
                otherRegistrations.stream().allMatch(other -> other.isProven(deviceId, signatures)),
                "device " + deviceId);
    }

    /** Whether {@code later} still declares every registration that this one does, at most ended since. */
    public Verdict isContinuedBy(DeviceStanding later) {
        return Rule.DECLARATIONS_STAY.holds(
                otherRegistrations.stream()
                        .allMatch(other -> later.otherRegistrations.stream().anyMatch(other::isContinuedBy)),
                "a registration elsewhere is left out or changed");
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG).i32(otherMeters.size());
        otherMeters.forEach(meter -> meter.write(out));
        out.i32(supportPeriods.size());
        supportPeriods.forEach(period -> period.write(out));
        out.i32(otherRegistrations.size());
        otherRegistrations.forEach(registration -> registration.write(out));
        return out.toBytes();
    }

    public static DeviceStanding decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        List<OtherMeter> meters = new ArrayList<>();
        for (int left = in.count("otherMeters", ProductionDevice.LIST_MAX); left > 0; left--) {
            meters.add(OtherMeter.read(in));
        }
        List<SupportPeriod> periods = new ArrayList<>();
        for (int left = in.count("supportPeriods", ProductionDevice.LIST_MAX); left > 0; left--) {
            periods.add(SupportPeriod.read(in));
        }
        List<OtherRegistration> registrations = new ArrayList<>();
        for (int left = in.count("otherRegistrations", ProductionDevice.LIST_MAX); left > 0; left--) {
            registrations.add(OtherRegistration.read(in));
        }
        in.end();
        return new DeviceStanding(meters, periods, registrations);
    }
}
