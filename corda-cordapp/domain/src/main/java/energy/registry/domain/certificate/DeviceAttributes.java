package energy.registry.domain.certificate;

import energy.registry.domain.device.DeviceProfile;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What every certificate says about the device it came from; the digest binds the rest of the device's record. */
public final class DeviceAttributes {
    public static final String TAG = "REC-ATTRIBUTES-2";

    private final Digest deviceDigest;
    private final String deviceId;
    private final String name;
    private final String owner;
    private final Technology technology;
    private final long capacityW;
    private final String country;
    private final String zone;
    private final String region;
    private final int latitudeMicroDegrees;
    private final int longitudeMicroDegrees;
    private final long operationalSinceEpochDay;
    private final String meteringPointId;
    private final List<String> support;
    private final int emissionFactorGramsPerKwh;
    private final DeviceProfile profile;

    private DeviceAttributes(
            Digest deviceDigest,
            String deviceId,
            String name,
            String owner,
            Technology technology,
            long capacityW,
            String country,
            String zone,
            String region,
            int latitudeMicroDegrees,
            int longitudeMicroDegrees,
            long operationalSinceEpochDay,
            String meteringPointId,
            List<String> support,
            int emissionFactorGramsPerKwh,
            DeviceProfile profile) {
        this.deviceDigest = deviceDigest;
        this.deviceId = deviceId;
        this.name = name;
        this.owner = owner;
        this.technology = technology;
        this.capacityW = capacityW;
        this.country = country;
        this.zone = zone;
        this.region = region;
        this.latitudeMicroDegrees = latitudeMicroDegrees;
        this.longitudeMicroDegrees = longitudeMicroDegrees;
        this.operationalSinceEpochDay = operationalSinceEpochDay;
        this.meteringPointId = meteringPointId;
        this.support = Collections.unmodifiableList(new ArrayList<>(support));
        this.emissionFactorGramsPerKwh = emissionFactorGramsPerKwh;
        this.profile = profile;
    }

    public static DeviceAttributes of(ProductionDevice device) {
        return new DeviceAttributes(
                device.digest(),
                device.deviceId(),
                device.name(),
                device.owner(),
                device.technology(),
                device.capacityW(),
                device.country(),
                device.zone(),
                device.region(),
                device.latitudeMicroDegrees(),
                device.longitudeMicroDegrees(),
                device.operationalSinceEpochDay(),
                device.meteringPointId(),
                device.support(),
                device.emissionFactorGramsPerKwh(),
                device.profile());
    }

    /** SHA-256 of the device's canonical record. */
    public Digest deviceDigest() {
        return deviceDigest;
    }

    public String deviceId() {
        return deviceId;
    }

    public String name() {
        return name;
    }

    /** Account id that the device's certificates are issued to. */
    public String owner() {
        return owner;
    }

    public Technology technology() {
        return technology;
    }

    /** Certified maximum AC output, W. */
    public long capacityW() {
        return capacityW;
    }

    public String country() {
        return country;
    }

    public String zone() {
        return zone;
    }

    public String region() {
        return region;
    }

    public int latitudeMicroDegrees() {
        return latitudeMicroDegrees;
    }

    public int longitudeMicroDegrees() {
        return longitudeMicroDegrees;
    }

    public long operationalSinceEpochDay() {
        return operationalSinceEpochDay;
    }

    public String meteringPointId() {
        return meteringPointId;
    }

    public List<String> support() {
        return support;
    }

    public int emissionFactorGramsPerKwh() {
        return emissionFactorGramsPerKwh;
    }

    /** Address, age, labels and permitted use. */
    public DeviceProfile profile() {
        return profile;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .digest(deviceDigest)
                .text(deviceId)
                .text(name)
                .text(owner)
                .u8(technology.ordinal())
                .i64(capacityW)
                .text(country)
                .text(zone)
                .text(region)
                .i32(latitudeMicroDegrees)
                .i32(longitudeMicroDegrees)
                .i64(operationalSinceEpochDay)
                .text(meteringPointId)
                .i32(support.size());
        support.forEach(out::text);
        return out.i32(emissionFactorGramsPerKwh).bytes(profile.encode()).toBytes();
    }

    public static DeviceAttributes decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        Digest digest = in.digest("deviceDigest");
        String deviceId = in.text("deviceId");
        String name = in.text("name");
        String owner = in.text("owner");
        Technology technology = in.choice("technology", Technology.values());
        long capacityW = in.i64("capacityW");
        String country = in.text("country");
        String zone = in.text("zone");
        String region = in.text("region");
        int latitude = in.i32("latitude");
        int longitude = in.i32("longitude");
        long operationalSince = in.i64("operationalSince");
        String meteringPointId = in.text("meteringPointId");
        int supportCount = in.count("support", ProductionDevice.LIST_MAX);
        List<String> support = new ArrayList<>(supportCount);
        for (int i = 0; i < supportCount; i++) {
            support.add(in.text("support"));
        }
        int emissionFactor = in.i32("emissionFactor");
        DeviceProfile profile = DeviceProfile.decode(in.bytes("profile"));
        in.end();
        return new DeviceAttributes(
                digest,
                deviceId,
                name,
                owner,
                technology,
                capacityW,
                country,
                zone,
                region,
                latitude,
                longitude,
                operationalSince,
                meteringPointId,
                support,
                emissionFactor,
                profile);
    }
}
