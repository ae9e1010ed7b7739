package energy.registry.ingest.application;

import energy.registry.domain.encoding.Digest;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeyAlgorithm;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.identity.KeySubject;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of a key: proposed by the device's owner, approved by another person, held for a time, succeeded by the next
 * one with an overlap, revoked.
 */
public final class EnrolKeys {
    /** Enrolments of one device: a meter's rotations in its life, its cameras and gateways. */
    private static final int ENROLMENTS_MAX = 256;

    /** Statements named for review in one answer. */
    private static final int REVIEW_MAX = 1_000;

    private final KeyStore store;
    private final KeyRegister register;
    private final DeviceDirectory devices;
    private final Clock clock;

    public EnrolKeys(KeyStore store, KeyRegister register, DeviceDirectory devices, Clock clock) {
        this.store = store;
        this.register = register;
        this.devices = devices;
        this.clock = clock;
    }

    public void load() {
        register.replace(store.decided());
    }

    /** What became of a request; {@code refusal} is null when it was done. */
    public record Result(EnrolledKey enrolled, Refusal refusal) {
        static Result refused(Refusal why) {
            return new Result(null, why);
        }
    }

    /** Why a key is not enrolled, approved or rejected. */
    public enum Refusal {
        DEVICE_UNKNOWN("A key is enrolled for a device that stands on the ledger."),
        METER_OF_OTHER_DEVICE("A meter's key is enrolled for the device that has this meter."),
        KEY_OF_OTHER_SUBJECT("A key of a meter or camera speaks for nobody else."),
        VALIDITY_EMPTY("A key holds for some time."),
        ENROLMENTS_FULL("A device has at most 256 enrolments."),
        ENROLMENT_UNKNOWN("There is an enrolment with this number."),
        ENROLMENT_IS_PENDING("An enrolment is decided once."),
        PROPOSER_DOES_NOT_DECIDE("Another person than the proposer decides."),
        KEY_IS_APPROVED("Only an approved key is revoked.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public Result propose(KeyStore.Proposal proposal) {
        KeySubject subject = proposal.subject();
        var device = devices.byId(subject.deviceId());
        if (device.isEmpty()) {
            return Result.refused(Refusal.DEVICE_UNKNOWN);
        }
        boolean meter = subject.type() == KeySubject.Type.METER;
        if (meter && !subject.id().equals(device.get().meterId())) {
            return Result.refused(Refusal.METER_OF_OTHER_DEVICE);
        }
        if (proposal.validUntil() != null && !proposal.validUntil().isAfter(proposal.validFrom())) {
            return Result.refused(Refusal.VALIDITY_EMPTY);
        }
        if (isOthers(proposal)) {
            return Result.refused(Refusal.KEY_OF_OTHER_SUBJECT);
        }
        if (store.find(subject.deviceId(), null, ENROLMENTS_MAX).size() >= ENROLMENTS_MAX) {
            return Result.refused(Refusal.ENROLMENTS_FULL);
        }
        return new Result(store.propose(proposal, clock.instant()), null);
    }

    /** Whether somebody else has the key: on the ledger, or by an enrolment that was not rejected. */
    private boolean isOthers(KeyStore.Proposal proposal) {
        KeySubject subject = proposal.subject();
        for (EnrolledKey other : store.byKey(proposal.key().id())) {
            KeySubject owner = other.subject();
            boolean same = owner.type() == subject.type() && owner.id().equals(subject.id());
            if (other.status() != EnrolledKey.Status.REJECTED && !same) {
                return true;
            }
        }
        return false;
    }

    public Result decide(long enrolmentId, boolean approve, String actor, String reason) {
        Optional<EnrolledKey> found = store.byId(enrolmentId);
        if (found.isEmpty()) {
            return Result.refused(Refusal.ENROLMENT_UNKNOWN);
        }
        if (found.get().status() != EnrolledKey.Status.PENDING) {
            return Result.refused(Refusal.ENROLMENT_IS_PENDING);
        }
        EnrolledKey.Status status = approve ? EnrolledKey.Status.APPROVED : EnrolledKey.Status.REJECTED;
        if (store.isProposer(enrolmentId, actor)) {
            return Result.refused(Refusal.PROPOSER_DOES_NOT_DECIDE);
        }
        store.decide(enrolmentId, status, actor, reason, clock.instant());
        load();
        return new Result(store.byId(enrolmentId).orElseThrow(), null);
    }

    /**
     * What a revocation touched.
     *
     * @param toReview digests of statements that the key signed since it was compromised; what was certified on their
     *     word is the issuing body's to look at
     */
    public record Revocation(List<EnrolledKey> enrolments, List<String> toReview) {
        public Revocation {
            enrolments = List.copyOf(enrolments);
            toReview = List.copyOf(toReview);
        }
    }

    /**
     * Revokes a key everywhere it is enrolled.
     *
     * @param compromisedSince null when it is only retired
     * @param deviceId of a device whose key on the ledger it is, when it was never enrolled here; else null
     * @return empty when nobody has this key
     */
    public Optional<Revocation> revoke(
            Digest keyId, Instant compromisedSince, String deviceId, String actor, String reason) {
        if (deviceId != null && store.byKey(keyId).isEmpty()) {
            enrolFromLedger(keyId, deviceId, actor, reason);
        }
        if (store.revoke(keyId, compromisedSince, actor, reason, clock.instant()) == 0) {
            return Optional.empty();
        }
        load();
        List<EnrolledKey> revoked = store.byKey(keyId).stream()
                .filter(key -> key.status() == EnrolledKey.Status.REVOKED)
                .toList();
        List<String> devicesOfKey =
                revoked.stream().map(key -> key.subject().deviceId()).distinct().toList();
        if (compromisedSince != null) {
            store.judgeAgain(keyId, devicesOfKey, compromisedSince, clock.instant());
        }
        return Optional.of(new Revocation(
                revoked,
                compromisedSince == null
                        ? List.of()
                        : store.signedWith(keyId, devicesOfKey, compromisedSince, REVIEW_MAX)));
    }

    /** A key that came with its device from the ledger has no enrolment; its end needs one. */
    private void enrolFromLedger(Digest keyId, String deviceId, String actor, String reason) {
        devices.byId(deviceId)
                .filter(device -> device.meterKey().id().equals(keyId))
                .ifPresent(device -> {
                    EnrolledKey enrolled = store.propose(
                            new KeyStore.Proposal(
                                    "ledger-" + keyId,
                                    new KeySubject(KeySubject.Type.METER, device.meterId(), deviceId),
                                    device.meterKey(),
                                    Instant.EPOCH,
                                    null,
                                    actor,
                                    reason),
                            clock.instant());
                    store.decide(enrolled.enrolmentId(), EnrolledKey.Status.APPROVED, actor, reason, clock.instant());
                });
    }

    /** Enrolled keys of a camera, whatever their validity, for who checks captures. */
    public List<EnrolledKey> ofCamera(String cameraId) {
        return store.ofCamera(cameraId);
    }

    public List<EnrolledKey> find(String deviceId, EnrolledKey.Status status, int limit) {
        return store.find(deviceId, status, limit);
    }

    public static String algorithm(EnrolledKey key) {
        return KeyAlgorithm.of(key.key()).map(KeyAlgorithm::curve).orElse("unknown");
    }
}
