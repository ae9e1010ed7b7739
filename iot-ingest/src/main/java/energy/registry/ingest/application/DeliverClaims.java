package energy.registry.ingest.application;

import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.KeySignature;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.ingest.claim.ReasonCode;
import energy.registry.ingest.port.ClaimStore;
import energy.registry.ingest.port.ClaimStore.Outgoing;
import energy.registry.ingest.port.Countersigner;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings claims from the outbox to the ledger: the second signature where the device's quorum asks for it, then the
 * gateway. The ledger takes a claim id once, so that sending again after an unknown outcome issues nothing twice.
 */
public final class DeliverClaims {
    /** Longer than both calls may take together: a claim that is still being sent is not sent by anybody else. */
    private static final Duration LEASE = Duration.ofSeconds(120);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofSeconds(60);

    /** The ledger's rule against what a freeze is on. */
    private static final String FROZEN = "SUBJECT_IS_NOT_FROZEN";

    /** A freeze is lifted by people: days, seldom minutes. */
    private static final Duration FROZEN_RETRY = Duration.ofMinutes(5);

    /** Doublings after which the wait stands at its maximum. */
    private static final int DOUBLINGS_MAX = 6;

    private static final Logger LOG = LoggerFactory.getLogger(DeliverClaims.class);

    private final DeviceDirectory devices;
    private final ClaimStore store;
    private final Countersigner countersigner;
    private final Ledger ledger;
    private final SignatureCheck signatures;
    private final Clock clock;

    public DeliverClaims(
            DeviceDirectory devices,
            ClaimStore store,
            Countersigner countersigner,
            Ledger ledger,
            SignatureCheck signatures,
            Clock clock) {
        this.devices = devices;
        this.store = store;
        this.countersigner = countersigner;
        this.ledger = ledger;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** Claims to send now, at most one for each device, so that a device's claims reach the ledger in order of time. */
    public List<Outgoing> take(int max) {
        Instant now = clock.instant();
        return store.takeDue(now, now.plus(LEASE), max);
    }

    public void deliver(Outgoing outgoing) {
        SignedClaim claim = outgoing.claim();
        ProductionDevice device =
                devices.byId(claim.claim().deviceId(), start(claim)).orElseThrow();
        if (claim.validSignatures(device.verifiers(), signatures) >= device.quorum()) {
            send(outgoing, claim);
            return;
        }
        Countersigner.Result result = countersigner.countersign(claim, outgoing.verdicts());
        if (result instanceof Countersigner.Result.Signed signed) {
            countersigned(outgoing, device, signed.signature());
        } else if (result instanceof Countersigner.Result.Refused refused) {
            LOG.info(
                    "event=countersignature-refused claim={} rule={}",
                    claim.claim().id(),
                    refused.rule());
            store.held(
                    claim.claim().id(),
                    ReasonCode.COUNTERSIGNATURE_REFUSED.because(refused.rule() + ": " + refused.detail()),
                    clock.instant());
        } else {
            retry(outgoing, "verifier: " + ((Countersigner.Result.Unanswered) result).problem());
        }
    }

    private static Instant start(SignedClaim claim) {
        return Instant.ofEpochSecond(
                claim.claim().statement().period(claim.claim().firstInterval()).startEpochSecond());
    }

    private void countersigned(Outgoing outgoing, ProductionDevice device, KeySignature signature) {
        List<KeySignature> all = new ArrayList<>(outgoing.claim().signatures());
        all.add(signature);
        SignedClaim both = new SignedClaim(outgoing.claim().claim(), all);
        if (both.validSignatures(device.verifiers(), signatures) < device.quorum()) {
            retry(outgoing, "verifier: the signature is not one of the device's verifiers");
            return;
        }
        store.countersigned(both.claim().id(), both);
        send(outgoing, both);
    }

    private void send(Outgoing outgoing, SignedClaim claim) {
        Digest id = claim.claim().id();
        Ledger.Issue issue = ledger.issue(claim);
        if (issue instanceof Ledger.Issue.Issued issued) {
            LOG.info("event=issued claim={} certificate={} tx={}", id, issued.certificateId(), issued.txId());
            store.issued(id, issued.certificateId(), issued.txId(), clock.instant());
        } else if (issue instanceof Ledger.Issue.Refused refused) {
            refused(id, refused);
        } else {
            retry(outgoing, "ledger: " + ((Ledger.Issue.Unanswered) issue).problem());
        }
    }

    /** What is frozen is not wrong: it waits, seen at the desk, and is tried again. */
    private void refused(Digest id, Ledger.Issue.Refused refused) {
        LOG.warn("event=claim-refused claim={} rule={}", id, refused.rule());
        if (refused.rule().equals(FROZEN)) {
            store.heldUntil(
                    id,
                    ReasonCode.LEDGER_FROZEN.because(refused.detail()),
                    clock.instant().plus(FROZEN_RETRY),
                    clock.instant());
        } else {
            store.refused(id, refused.rule(), refused.detail(), clock.instant());
        }
    }

    private void retry(Outgoing outgoing, String problem) {
        int doublings = Math.min(outgoing.attempts(), DOUBLINGS_MAX);
        Duration wait = RETRY_FIRST.multipliedBy(1L << doublings);
        Duration bounded = wait.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : wait;
        Digest id = outgoing.claim().claim().id();
        LOG.info(
                "event=claim-retry claim={} attempt={} in={} problem=\"{}\"",
                id,
                outgoing.attempts(),
                bounded,
                problem);
        store.retry(id, problem, clock.instant().plus(bounded));
    }
}
