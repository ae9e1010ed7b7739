package energy.registry.domain.device;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A production device as the issuing body approved it. Its canonical bytes stand on the ledger; every certificate names
 * their digest. A change of static data is a new version of the record, never an edit.
 */
public final class ProductionDevice {
    public static final String TAG = "REC-DEVICE-2";

    /** Lists inside a device: cameras, verifiers and labels come in handfuls. */
    public static final int LIST_MAX = 16;

    private final Builder is;

    private ProductionDevice(Builder is) {
        this.is = is;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Registry-wide id, also the base of certificate numbers. */
    public String deviceId() {
        return is.deviceId;
    }

    public String name() {
        return is.name;
    }

    /** Account id of the organisation that receives the certificates. */
    public String owner() {
        return is.owner;
    }

    public Technology technology() {
        return is.technology;
    }

    /** Certified maximum AC output, W. */
    public long capacityW() {
        return is.capacityW;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return is.country;
    }

    /** EIC of the bidding zone. */
    public String zone() {
        return is.zone;
    }

    public String region() {
        return is.region;
    }

    /** Latitude, WGS84, millionths of a degree. */
    public int latitudeMicroDegrees() {
        return is.latitudeMicroDegrees;
    }

    /** Longitude, WGS84, millionths of a degree. */
    public int longitudeMicroDegrees() {
        return is.longitudeMicroDegrees;
    }

    /** Start of commercial operation, days since 1970-01-01. */
    public long operationalSinceEpochDay() {
        return is.operationalSinceEpochDay;
    }

    /** GSRN-18 or EIC-16 of the metering point. */
    public String meteringPointId() {
        return is.meteringPointId;
    }

    public String meterId() {
        return is.meterId;
    }

    public String meterSerial() {
        return is.meterSerial;
    }

    public String meterMaker() {
        return is.meterMaker;
    }

    public SigningKey meterKey() {
        return is.meterKey;
    }

    /** Length of the market interval, s. */
    public int intervalSeconds() {
        return is.intervalSeconds;
    }

    public CameraPolicy cameraPolicy() {
        return is.cameraPolicy;
    }

    public List<Camera> cameras() {
        return is.cameras;
    }

    /** Keys of the verifiers that may sign this device's claims. */
    public List<SigningKey> verifiers() {
        return is.verifiers;
    }

    /** How many different verifiers have to sign. */
    public int quorum() {
        return is.quorum;
    }

    /** Codes of public support received; empty for none. */
    public List<String> support() {
        return is.support;
    }

    /** Direct emissions of generation, g CO2e/kWh. */
    public int emissionFactorGramsPerKwh() {
        return is.emissionFactorGramsPerKwh;
    }

    /** The rotor of a wind turbine; null for any other technology. */
    public Rotor rotor() {
        return is.rotor;
    }

    public DeviceProfile profile() {
        return is.profile;
    }

    public DeviceStanding standing() {
        return is.standing;
    }

    /** A builder that holds all of this device's data. */
    public Builder toBuilder() {
        Builder copy = new Builder();
        copy.copy(is);
        return copy;
    }

    public Digest digest() {
        return Digest.sha(encode());
    }

    /** The canonical bytes, tag {@link #TAG}. */
    public byte[] encode() {
        return DeviceEncoding.write(this);
    }

    public static ProductionDevice decode(byte[] record) {
        return DeviceEncoding.read(record);
    }

    /** Collects a device's data; {@link #build()} refuses what is missing or out of range, naming the field. */
    public static final class Builder {
        private String deviceId;
        private String name;
        private String owner;
        private Technology technology;
        private long capacityW;
        private String country;
        private String zone;
        private String region = "";
        private int latitudeMicroDegrees;
        private int longitudeMicroDegrees;
        private long operationalSinceEpochDay;
        private String meteringPointId;
        private String meterId;
        private String meterSerial;
        private String meterMaker;
        private SigningKey meterKey;
        private int intervalSeconds;
        private CameraPolicy cameraPolicy = CameraPolicy.NONE;
        private List<Camera> cameras = Collections.emptyList();
        private List<SigningKey> verifiers = Collections.emptyList();
        private int quorum;
        private List<String> support = Collections.emptyList();
        private int emissionFactorGramsPerKwh;
        private Rotor rotor;
        private DeviceProfile profile = DeviceProfile.PLAIN;
        private DeviceStanding standing = DeviceStanding.ALONE;

        private Builder() {}

        public Builder deviceId(String value) {
            deviceId = value;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder owner(String value) {
            owner = value;
            return this;
        }

        public Builder technology(Technology value) {
            technology = value;
            return this;
        }

        public Builder capacityW(long value) {
            capacityW = value;
            return this;
        }

        public Builder country(String value) {
            country = value;
            return this;
        }

        public Builder zone(String value) {
            zone = value;
            return this;
        }

        public Builder region(String value) {
            region = value;
            return this;
        }

        public Builder location(int latitude, int longitude) {
            latitudeMicroDegrees = latitude;
            longitudeMicroDegrees = longitude;
            return this;
        }

        public Builder operationalSinceEpochDay(long value) {
            operationalSinceEpochDay = value;
            return this;
        }

        public Builder meteringPointId(String value) {
            meteringPointId = value;
            return this;
        }

        public Builder meter(String id, String serial, String maker, SigningKey key) {
            meterId = id;
            meterSerial = serial;
            meterMaker = maker;
            meterKey = key;
            return this;
        }

        public Builder intervalSeconds(int value) {
            intervalSeconds = value;
            return this;
        }

        public Builder cameras(CameraPolicy policy, List<Camera> value) {
            cameraPolicy = policy;
            cameras = Collections.unmodifiableList(new ArrayList<>(value));
            return this;
        }

        public Builder verifiers(List<SigningKey> keys, int required) {
            verifiers = Collections.unmodifiableList(new ArrayList<>(keys));
            quorum = required;
            return this;
        }

        public Builder support(List<String> value) {
            support = Collections.unmodifiableList(new ArrayList<>(value));
            return this;
        }

        public Builder emissionFactorGramsPerKwh(int value) {
            emissionFactorGramsPerKwh = value;
            return this;
        }

        public Builder rotor(Rotor value) {
            rotor = value;
            return this;
        }

        public Builder profile(DeviceProfile value) {
            profile = value;
            return this;
        }

        public Builder standing(DeviceStanding value) {
            standing = value;
            return this;
        }

        public ProductionDevice build() {
            named("deviceId", deviceId);
            named("name", name);
            named("owner", owner);
            named("zone", zone);
            named("meteringPointId", meteringPointId);
            named("meterId", meterId);
            named("meterSerial", meterSerial);
            named("meterMaker", meterMaker);
            Objects.requireNonNull(technology, "technology is missing");
            Objects.requireNonNull(meterKey, "meterKey is missing");
            check(capacityW > 0, "capacityW", capacityW, "give the certified maximum AC output in W");
            check(country != null && country.matches("[A-Z]{2}"), "country", country, "use ISO 3166-1 alpha-2");
            check(
                    intervalSeconds == 900 || intervalSeconds == 1800 || intervalSeconds == 3600,
                    "intervalSeconds",
                    intervalSeconds,
                    "use 900, 1800 or 3600");
            check(Math.abs(latitudeMicroDegrees) <= 90_000_000, "latitude", latitudeMicroDegrees, "degrees WGS84");
            check(Math.abs(longitudeMicroDegrees) <= 180_000_000, "longitude", longitudeMicroDegrees, "degrees WGS84");
            check(
                    quorum >= 1 && quorum <= verifiers.size(),
                    "quorum",
                    quorum,
                    "between 1 and the number of verifiers, " + verifiers.size());
            check(
                    cameraPolicy == CameraPolicy.NONE || !cameras.isEmpty(),
                    "cameras",
                    cameras.size(),
                    "a camera policy needs a camera");
            Builder frozen = new Builder();
            frozen.copy(this);
            return new ProductionDevice(frozen);
        }

        private void copy(Builder from) {
            deviceId = from.deviceId;
            name = from.name;
            owner = from.owner;
            technology = from.technology;
            capacityW = from.capacityW;
            country = from.country;
            zone = from.zone;
            region = from.region;
            latitudeMicroDegrees = from.latitudeMicroDegrees;
            longitudeMicroDegrees = from.longitudeMicroDegrees;
            operationalSinceEpochDay = from.operationalSinceEpochDay;
            meteringPointId = from.meteringPointId;
            meterId = from.meterId;
            meterSerial = from.meterSerial;
            meterMaker = from.meterMaker;
            meterKey = from.meterKey;
            intervalSeconds = from.intervalSeconds;
            cameraPolicy = from.cameraPolicy;
            cameras = from.cameras;
            verifiers = from.verifiers;
            quorum = from.quorum;
            support = from.support;
            emissionFactorGramsPerKwh = from.emissionFactorGramsPerKwh;
            rotor = from.rotor;
            profile = from.profile;
            standing = from.standing;
        }

        private static void named(String field, String value) {
            check(value != null && !value.trim().isEmpty(), field, value, "give a value");
        }

        private static void check(boolean holds, String field, Object value, String remedy) {
            if (!holds) {
                throw new IllegalArgumentException(field + ": '" + value + "' is not accepted; " + remedy);
            }
        }
    }
}
