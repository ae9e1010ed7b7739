package energy.registry.ingest.plausibility;

import energy.registry.domain.device.CurvePoint;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Rotor;
import energy.registry.domain.device.Technology;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A device with the rules in force for it. */
final class DeviceTerms {
    private static final double MICRO = 1e6;

    /** Fastest rotor of a device registered without a curve, thousandths of a revolution a minute. */
    private static final long ROTOR_SCALE = 25_000;

    /** Brightest plane of array, thousandths of W/m²: cloud edges included. */
    private static final long IRRADIANCE_SCALE = 1_600_000;

    private final ProductionDevice device;
    private final Map<PhysicsRule, RuleDefinition> rules;

    DeviceTerms(ProductionDevice device, Map<PhysicsRule, RuleDefinition> rules) {
        this.device = device;
        this.rules = rules;
    }

    /** Devices are values that are announced whole: another version is another object. */
    boolean isOf(ProductionDevice other) {
        return device == other;
    }

    Map<PhysicsRule, RuleDefinition> rules() {
        return rules;
    }

    Optional<RuleDefinition> rule(PhysicsRule rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    long capacityW() {
        return device.capacityW();
    }

    boolean isSolar() {
        return device.technology() == Technology.SOLAR;
    }

    double latitude() {
        return device.latitudeMicroDegrees() / MICRO;
    }

    double longitude() {
        return device.longitudeMicroDegrees() / MICRO;
    }

    /** The witness that the output is compared with. */
    String witness() {
        return isSolar() ? "poa_wm2" : "rotor_rpm";
    }

    int bin(long witness) {
        long scale = scale();
        return (int) Math.max(0, Math.min(WitnessCurve.BINS - 1, witness * WitnessCurve.BINS / scale));
    }

    private long scale() {
        if (isSolar()) {
            return IRRADIANCE_SCALE;
        }
        return device.rotor() == null ? ROTOR_SCALE : device.rotor().maxMilliRpm();
    }

    /** Most that the manufacturer's curve gives at a rotor speed, W; negative where it says nothing. */
    double mostW(long milliRpm) {
        Band band = band(milliRpm);
        return band == null ? -1 : band.most();
    }

    /** A fresh curve with the manufacturer's as prior: its band is taken for two standard deviations each way. */
    WitnessCurve prior() {
        WitnessCurve curve = WitnessCurve.empty();
        for (int bin = 0; bin < WitnessCurve.BINS && !isSolar(); bin++) {
            Band band = band((long) ((bin + 0.5) * scale() / WitnessCurve.BINS));
            if (band != null && band.middle() > 0) {
                curve.prior(bin, band.middle(), band.most() / band.middle() / 2 - 0.5);
            }
        }
        return curve;
    }

    private record Band(double least, double most) {
        double middle() {
            return (least + most) / 2;
        }
    }

    private Band band(long milliRpm) {
        Rotor rotor = device.rotor();
        List<CurvePoint> points = rotor == null ? List.of() : rotor.curve();
        for (int i = 1; i < points.size(); i++) {
            CurvePoint left = points.get(i - 1);
            CurvePoint right = points.get(i);
            if (milliRpm >= left.milliRpm() && milliRpm <= right.milliRpm()) {
                double share = right.milliRpm() == left.milliRpm()
                        ? 1
                        : (milliRpm - left.milliRpm()) / (double) (right.milliRpm() - left.milliRpm());
                return new Band(
                        left.minW() + share * (right.minW() - left.minW()),
                        left.maxW() + share * (right.maxW() - left.maxW()));
            }
        }
        return null;
    }

    /** Changes when what a history was learned under changes: it begins anew then. */
    int stamp() {
        Rotor rotor = device.rotor();
        long stamp = device.capacityW() * 31 + device.technology().ordinal();
        if (rotor != null) {
            for (CurvePoint point : rotor.curve()) {
                stamp = (stamp * 31 + point.milliRpm()) * 31 + point.minW() + 7 * point.maxW();
            }
        }
        return Long.hashCode(stamp);
    }
}
