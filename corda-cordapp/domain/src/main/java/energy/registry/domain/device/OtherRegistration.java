package energy.registry.domain.device;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;

/**
 * A registry that may issue for the same device, as its owner declared it. It is open until that registry signs that it
 * has let the device go; for its time nothing is issued here.
 */
public final class OtherRegistration {
    private static final byte[] NONE = new byte[0];

    private final String registry;
    private final SigningKey key;
    private final long startEpochSecond;
    private final byte[] release;

    private OtherRegistration(String registry, SigningKey key, long startEpochSecond, byte[] release) {
        if (registry.trim().isEmpty()) {
            throw new IllegalArgumentException("otherRegistrations: '' is not accepted; name the registry");
        }
        this.registry = registry;
        this.key = key;
        this.startEpochSecond = startEpochSecond;
        this.release = release;
    }

    /** @param key with which the other registry signs its deregistrations */
    public static OtherRegistration open(String registry, SigningKey key, long startEpochSecond) {
        return new OtherRegistration(registry, key, startEpochSecond, NONE);
    }

    /** The same registration, ended by the other registry's signed {@link Deregistration}. */
    public OtherRegistration endedBy(SignedRecord deregistration) {
        Deregistration.decode(deregistration.record());
        return new OtherRegistration(registry, key, startEpochSecond, deregistration.encode());
    }

    public String registry() {
        return registry;
    }

    public SigningKey key() {
        return key;
    }

    public long startEpochSecond() {
        return startEpochSecond;
    }

    public boolean isOpen() {
        return release.length == 0;
    }

    /** The encoded signed deregistration; empty while open. */
    public byte[] release() {
        return release.clone();
    }

    /** Exclusive; {@link SupportPeriod#OPEN} while the other registry has not let go. */
    public long endEpochSecond() {
        return isOpen() ? SupportPeriod.OPEN : deregistration().effectiveEpochSecond();
    }

    private Deregistration deregistration() {
        return Deregistration.decode(SignedRecord.decode(release).record());
    }

    /** Whether the other registry may have issued in any second of {@code period}. */
    public boolean touches(ProductionPeriod period) {
        return startEpochSecond < period.endEpochSecond() && period.startEpochSecond() < endEpochSecond();
    }

    /** Whether it is open, or its end is signed by the declared key for this device. */
    public boolean isProven(String deviceId, SignatureCheck signatures) {
        return isOpen()
                || SignedRecord.decode(release).isSignedBy(key, signatures)
                        && deregistration().registry().equals(registry)
                        && deregistration().deviceId().equals(deviceId);
    }

    /** Whether {@code later} is the same declaration, at most ended since. */
    public boolean isContinuedBy(OtherRegistration later) {
        return registry.equals(later.registry)
                && key.equals(later.key)
                && startEpochSecond == later.startEpochSecond
                && (isOpen() || endEpochSecond() == later.endEpochSecond());
    }

    void write(CanonicalWriter out) {
        out.text(registry).bytes(key.encoded()).i64(startEpochSecond).bytes(release);
    }

    static OtherRegistration read(CanonicalReader in) {
        OtherRegistration open =
                open(in.text("registry"), SigningKey.of(in.bytes("registryKey")), in.i64("registeredSince"));
        byte[] release = in.bytes("release");
        return release.length == 0 ? open : open.endedBy(SignedRecord.decode(release));
    }
}
