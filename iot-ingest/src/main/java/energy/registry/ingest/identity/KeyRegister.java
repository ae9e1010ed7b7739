package energy.registry.ingest.identity;

import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All enrolled keys, in memory. The key that stands with the device on the ledger needs no enrolment here: it holds
 * from the first statement on, until an enrolment of the same key says otherwise.
 */
public final class KeyRegister implements StatementKeys {
    /** Keys in memory: ten thousand meters with some rotations, their gateways and cameras. */
    public static final int KEYS_MAX = 200_000;

    private volatile Map<String, List<EnrolledKey>> byDevice = Map.of();

    /** Takes the place of all that was known before. */
    public void replace(List<EnrolledKey> keys) {
        Map<String, List<EnrolledKey>> fresh = new HashMap<>();
        for (EnrolledKey key : keys) {
            if (key.decides()) {
                fresh.computeIfAbsent(key.subject().deviceId(), any -> new ArrayList<>())
                        .add(key);
            }
        }
        byDevice = fresh;
    }

    @Override
    public KeyAnswer keyFor(ProductionDevice device, Digest keyId, ProductionPeriod period) {
        EnrolledKey last = null;
        Instant start = Instant.ofEpochSecond(period.startEpochSecond());
        Instant end = Instant.ofEpochSecond(period.endEpochSecond());
        for (EnrolledKey key : byDevice.getOrDefault(device.deviceId(), List.of())) {
            if (key.keyId().equals(keyId) && speaksFor(key.subject(), device)) {
                last = key;
                if (key.holds(start, end)) {
                    return new KeyAnswer.Holds(key.key());
                }
            }
        }
        if (last != null) {
            return new KeyAnswer.NotThen("Key " + keyId + " does not hold for " + period + "; " + last.validity());
        }
        return keyId.equals(device.meterKey().id())
                ? new KeyAnswer.Holds(device.meterKey())
                : new KeyAnswer.Unknown("The registered key of " + device.meterId() + " is "
                        + device.meterKey().id());
    }

    /** Whether the holder of this key may be on the line for the device now, to bring its measurements of any time. */
    public boolean mayConnect(ProductionDevice device, Digest keyId, Instant now) {
        boolean enrolled = false;
        for (EnrolledKey key : byDevice.getOrDefault(device.deviceId(), List.of())) {
            if (key.keyId().equals(keyId) && speaksFor(key.subject(), device)) {
                enrolled = true;
                if (key.holds(now, now)) {
                    return true;
                }
            }
        }
        return !enrolled && keyId.equals(device.meterKey().id());
    }

    private static boolean speaksFor(KeySubject subject, ProductionDevice device) {
        return subject.type().isDelegated()
                || subject.type() == KeySubject.Type.METER && subject.id().equals(device.meterId());
    }

    /** Keys that a device's meter signs its own records with, whatever their validity. */
    public List<EnrolledKey> meterKeys(String deviceId) {
        return byDevice.getOrDefault(deviceId, List.of()).stream()
                .filter(key -> key.subject().type() == KeySubject.Type.METER)
                .toList();
    }
}
