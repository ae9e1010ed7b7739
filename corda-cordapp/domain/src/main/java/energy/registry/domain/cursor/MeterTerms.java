package energy.registry.domain.cursor;

import energy.registry.domain.certificate.DeviceAttributes;
import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.DeviceStanding;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.identity.SigningKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What stays the same from claim to claim until the device is amended: the device, its meter, whose keys count and who receives the certificates. */
public final class MeterTerms {
    public static final String TAG = "REC-METER-2";

    private final DeviceAttributes device;
    private final String meterId;
    private final SigningKey meterKey;
    private final SigningKey ownerKey;
    private final int intervalSeconds;
    private final CameraPolicy cameraPolicy;
    private final List<SigningKey> verifiers;
    private final int quorum;
    private final DeviceStanding standing;

    private MeterTerms(
            DeviceAttributes device,
            String meterId,
            SigningKey meterKey,
            SigningKey ownerKey,
            int intervalSeconds,
            CameraPolicy cameraPolicy,
            List<SigningKey> verifiers,
            int quorum,
            DeviceStanding standing) {
        this.device = device;
        this.meterId = meterId;
        this.meterKey = meterKey;
        this.ownerKey = ownerKey;
        this.intervalSeconds = intervalSeconds;
        this.cameraPolicy = cameraPolicy;
        this.verifiers = Collections.unmodifiableList(new ArrayList<>(verifiers));
        this.quorum = quorum;
        this.standing = standing;
    }

    /** @param ownerKey the ledger key of the account that owns the device */
    public static MeterTerms of(ProductionDevice device, SigningKey ownerKey) {
        return new MeterTerms(
                DeviceAttributes.of(device),
                device.meterId(),
                device.meterKey(),
                ownerKey,
                device.intervalSeconds(),
                device.cameraPolicy(),
                device.verifiers(),
                device.quorum(),
                device.standing());
    }

    public DeviceAttributes device() {
        return device;
    }

    public String meterId() {
        return meterId;
    }

    public SigningKey meterKey() {
        return meterKey;
    }

    public SigningKey ownerKey() {
        return ownerKey;
    }

    public int intervalSeconds() {
        return intervalSeconds;
    }

    public CameraPolicy cameraPolicy() {
        return cameraPolicy;
    }

    public List<SigningKey> verifiers() {
        return verifiers;
    }

    public int quorum() {
        return quorum;
    }

    /** Support and other registries, which can stand against an issue. */
    public DeviceStanding standing() {
        return standing;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .bytes(device.encode())
                .text(meterId)
                .bytes(meterKey.encoded())
                .bytes(ownerKey.encoded())
                .i32(intervalSeconds)
                .u8(cameraPolicy.ordinal())
                .i32(verifiers.size());
        verifiers.forEach(key -> out.bytes(key.encoded()));
        return out.i32(quorum).bytes(standing.encode()).toBytes();
    }

    static MeterTerms decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        DeviceAttributes device = DeviceAttributes.decode(in.bytes("device"));
        String meterId = in.text("meterId");
        SigningKey meterKey = SigningKey.of(in.bytes("meterKey"));
        SigningKey ownerKey = SigningKey.of(in.bytes("ownerKey"));
        int intervalSeconds = in.i32("intervalSeconds");
        CameraPolicy policy = in.choice("cameraPolicy", CameraPolicy.values());
        int count = in.count("verifiers", ProductionDevice.LIST_MAX);
        List<SigningKey> verifiers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            verifiers.add(SigningKey.of(in.bytes("verifier")));
        }
        int quorum = in.i32("quorum");
        DeviceStanding standing = DeviceStanding.decode(in.bytes("standing"));
        in.end();
        return new MeterTerms(
                device, meterId, meterKey, ownerKey, intervalSeconds, policy, verifiers, quorum, standing);
    }
}
