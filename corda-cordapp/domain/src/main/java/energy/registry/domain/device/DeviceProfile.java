package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What certificates say about a device beyond its nameplate: address, age, labels, and how they may be used. */
public final class DeviceProfile {
    public static final String TAG = "REC-PROFILE-1";

    /** A device of which no more is known: metered net, its certificates the only ones (configuration 1), for disclosure. */
    public static final DeviceProfile PLAIN = builder().build();

    private final Builder is;

    private DeviceProfile(Builder is) {
        this.is = is;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Empty where the device has no postal address. */
    public String postcode() {
        return is.postcode;
    }

    public String city() {
        return is.city;
    }

    /** Days since 1970-01-01 on which the device was repowered, oldest first. */
    public List<Long> repoweredEpochDays() {
        return is.repowered;
    }

    public Measurement measurement() {
        return is.measurement;
    }

    /** EnergyTag configuration: 1 these certificates are the only ones, 2 and 3 beside an existing scheme. */
    public int configuration() {
        return is.configuration;
    }

    public List<Label> labels() {
        return is.labels;
    }

    /** Where the emission factor comes from; empty where it is nought by technology. */
    public String emissionFactorSource() {
        return is.emissionFactorSource;
    }

    /** Whether the certificates may stand behind a supplier's fuel-mix disclosure. */
    public boolean disclosureUsable() {
        return is.disclosureUsable;
    }

    /** Code of the legal status under which certificates are issued; empty for none. */
    public String legalStatus() {
        return is.legalStatus;
    }

    public byte[] encode() {
        CanonicalWriter out =
                new CanonicalWriter(TAG).text(is.postcode).text(is.city).i32(is.repowered.size());
        is.repowered.forEach(out::i64);
        out.u8(is.measurement.ordinal()).u8(is.configuration).i32(is.labels.size());
        is.labels.forEach(label -> out.text(label.code()).i64(label.goodThroughEpochDay()));
        return out.text(is.emissionFactorSource)
                .u8(is.disclosureUsable ? 1 : 0)
                .text(is.legalStatus)
                .toBytes();
    }

    public static DeviceProfile decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        Builder profile = builder().address(in.text("postcode"), in.text("city"));
        List<Long> repowered = new ArrayList<>();
        for (int left = in.count("repowered", ProductionDevice.LIST_MAX); left > 0; left--) {
            repowered.add(in.i64("repoweredDay"));
        }
        profile.repowered(repowered)
                .measurement(in.choice("measurement", Measurement.values()))
                .configuration(in.u8("configuration"));
        List<Label> labels = new ArrayList<>();
        for (int left = in.count("labels", ProductionDevice.LIST_MAX); left > 0; left--) {
            labels.add(new Label(in.text("label"), in.i64("goodThrough")));
        }
        profile.labels(labels)
                .emissionFactorSource(in.text("emissionFactorSource"))
                .disclosureUsable(in.flag("disclosureUsable"))
                .legalStatus(in.text("legalStatus"));
        in.end();
        return profile.build();
    }

    /** Starts from the plain profile. */
    public static final class Builder {
        private String postcode = "";
        private String city = "";
        private List<Long> repowered = Collections.emptyList();
        private Measurement measurement = Measurement.NET;
        private int configuration = 1;
        private List<Label> labels = Collections.emptyList();
        private String emissionFactorSource = "";
        private boolean disclosureUsable = true;
        private String legalStatus = "";

        private Builder() {}

        public Builder address(String code, String town) {
            postcode = code;
            city = town;
            return this;
        }

        public Builder repowered(List<Long> epochDays) {
            repowered = Collections.unmodifiableList(new ArrayList<>(epochDays));
            return this;
        }

        public Builder measurement(Measurement value) {
            measurement = value;
            return this;
        }

        public Builder configuration(int value) {
            configuration = value;
            return this;
        }

        public Builder labels(List<Label> value) {
            labels = Collections.unmodifiableList(new ArrayList<>(value));
            return this;
        }

        public Builder emissionFactorSource(String value) {
            emissionFactorSource = value;
            return this;
        }

        public Builder disclosureUsable(boolean value) {
            disclosureUsable = value;
            return this;
        }

        public Builder legalStatus(String value) {
            legalStatus = value;
            return this;
        }

        public DeviceProfile build() {
            if (configuration < 1 || configuration > 3) {
                throw new IllegalArgumentException(
                        "configuration: '" + configuration + "' is not accepted; use 1, 2 or 3");
            }
            if (repowered.size() > ProductionDevice.LIST_MAX || labels.size() > ProductionDevice.LIST_MAX) {
                throw new IllegalArgumentException("labels: '" + labels.size() + "' is not accepted; give at most "
                        + ProductionDevice.LIST_MAX + " labels and dates of repowering");
            }
            Builder frozen = new Builder();
            frozen.address(postcode, city)
                    .repowered(repowered)
                    .measurement(measurement)
                    .configuration(configuration)
                    .labels(labels)
                    .emissionFactorSource(emissionFactorSource)
                    .disclosureUsable(disclosureUsable)
                    .legalStatus(legalStatus);
            return new DeviceProfile(frozen);
        }
    }
}
