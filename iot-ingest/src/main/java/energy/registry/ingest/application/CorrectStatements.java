package energy.registry.ingest.application;

import energy.registry.domain.device.CameraPolicy;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.Quality;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.port.DeviceDirectory;
import energy.registry.ingest.port.Ledger;
import energy.registry.ingest.port.MessageReader;
import energy.registry.ingest.port.OverIssues;
import energy.registry.ingest.port.OverIssues.OverIssue;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.Arrival;
import energy.registry.ingest.statement.Candidate;
import energy.registry.ingest.statement.Checked;
import energy.registry.ingest.statement.Correction;
import energy.registry.ingest.statement.Finding;
import energy.registry.ingest.statement.Parsed;
import energy.registry.ingest.statement.Refusal;
import energy.registry.ingest.statement.Standing;
import energy.registry.ingest.statement.StatementCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Corrections: a signed statement takes the place of one that was kept, which stays as it was with the time until which
 * it was believed. What was not claimed yet is judged anew; what was issued already goes to the issuing body's desk,
 * which has the ledger book the difference.
 */
public final class CorrectStatements {
    private final MessageReader reader;
    private final DeviceDirectory devices;
    private final StatementCheck check;
    private final Plausibility plausibility;
    private final StatementStore store;
    private final OverIssues overIssues;
    private final Ledger ledger;
    private final AgentMetering agent;
    private final Clock clock;
    private final Duration grace;

    public CorrectStatements(
            MessageReader reader,
            DeviceDirectory devices,
            StatementCheck check,
            Plausibility plausibility,
            StatementStore store,
            OverIssues overIssues,
            Ledger ledger,
            AgentMetering agent,
            Duration grace,
            Clock clock) {
        this.reader = reader;
        this.devices = devices;
        this.check = check;
        this.plausibility = plausibility;
        this.store = store;
        this.overIssues = overIssues;
        this.ledger = ledger;
        this.agent = agent;
        this.grace = grace;
        this.clock = clock;
    }

    /** @return empty where no statement with this digest was accepted */
    public Optional<Answer> correct(Digest superseded, Arrival arrival, String actor, String reason) {
        Parsed parsed = reader.read(arrival);
        if (parsed instanceof Parsed.Unreadable unreadable) {
            return Optional.of(refused(null, unreadable.meterId(), unreadable.refusal()));
        }
        Candidate candidate = ((Parsed.Readable) parsed).candidate();
        return store.inTransaction(unit -> {
            unit.lock(Set.of(candidate.statement().meterId()));
            return unit.standing(superseded).map(standing -> decide(unit, standing, candidate, actor, reason));
        });
    }

    /**
     * A correction of what the metering agent stated, which the agent signs.
     *
     * @return empty where no statement with this digest was accepted
     * @throws IllegalArgumentException when the meter signs for itself, or the registers are not one for each boundary
     */
    public Optional<Answer> correctAsAgent(
            Digest superseded, long[] registers, Quality quality, String peer, String actor, String reason) {
        Optional<Standing> standing = store.inTransaction(unit -> unit.standing(superseded));
        return standing.flatMap(found -> {
            ProductionDevice device = device(found);
            byte[] message = agent.correction(device, superseded, found.statement(), registers, quality)
                    .orElseThrow(() -> new IllegalArgumentException("statement: " + device.meterId()
                            + " signs for itself; give statement, keyId, signature and readings"));
            return correct(
                    superseded,
                    new Arrival(message, "correction", peer, device.meterId(), clock.instant()),
                    actor,
                    reason);
        });
    }

    private Answer decide(
            StatementStore.Unit unit, Standing standing, Candidate candidate, String actor, String reason) {
        if (candidate.digest().equals(standing.supersededBy())) {
            return answer(candidate, Answer.Status.DUPLICATE, List.of());
        }
        ProductionDevice device = device(standing);
        Checked checked = check.check(candidate, device);
        Optional<Refusal> refusal = checked instanceof Checked.Unsound unsound
                ? Optional.of(unsound.refusal())
                : Correction.refusal(standing, candidate, clock.instant());
        if (refusal.isPresent()) {
            unit.quarantine(List.of(new StatementStore.Refused(
                    candidate.arrival(), candidate.statement().meterId(), refusal.get())));
            return refused(candidate.digest(), candidate.statement().meterId(), refusal.get());
        }
        List<Finding> findings = new ArrayList<>(((Checked.Sound) checked).findings());
        // Against what the certified data allow; what the machine's own history says was learned in the order of time.
        findings.addAll(plausibility.examine(
                plausibility.history(null, device), device, candidate.statement(), candidate.readings()));
        unit.supersede(
                standing,
                new StatementStore.Accepted(
                        candidate,
                        device.deviceId(),
                        findings,
                        device.cameraPolicy() != CameraPolicy.NONE,
                        clock.instant().plus(grace)),
                actor,
                reason);
        return answer(candidate, Answer.Status.ACCEPTED, findings);
    }

    private ProductionDevice device(Standing standing) {
        return devices.byMeter(
                        standing.statement().meterId(),
                        Instant.ofEpochSecond(standing.statement().period().startEpochSecond()))
                .orElseThrow();
    }

    private static Answer answer(Candidate candidate, Answer.Status status, List<Finding> findings) {
        return new Answer(candidate.digest(), candidate.statement().meterId(), status, findings, null, null);
    }

    private static Answer refused(Digest digest, String meterId, Refusal refusal) {
        return new Answer(digest, meterId, Answer.Status.REFUSED, List.of(), refusal, null);
    }

    public List<OverIssue> overIssues(String deviceId, OverIssues.Status status, Long before, int limit) {
        return overIssues.page(deviceId, status, before, limit);
    }

    /** What came of a decision about certificates that are too many. */
    public sealed interface Decided {
        /** It stands so now. */
        record Done(OverIssue over) implements Decided {}

        record Unknown() implements Decided {}

        /** Somebody decided before, or a later correction changed it. */
        record NotPending(OverIssue over) implements Decided {}

        /** The ledger does not take it. */
        record LedgerRefused(String rule, String detail) implements Decided {}

        /** The ledger did not answer: decide again. */
        record Unanswered() implements Decided {}
    }

    /** The issuing body's decision: have the ledger book the debt, or decline with the reason why it is settled otherwise. */
    public Decided decide(long overIssueId, boolean book, String actor, String reason) {
        Optional<OverIssue> found = overIssues.byId(overIssueId);
        if (found.isEmpty()) {
            return new Decided.Unknown();
        }
        if (found.get().status() != OverIssues.Status.PENDING) {
            return new Decided.NotPending(found.get());
        }
        String txId = null;
        if (book) {
            Ledger.Booking booking = ledger.book(found.get(), actor, reason);
            if (booking instanceof Ledger.Booking.Refused refused) {
                return new Decided.LedgerRefused(refused.rule(), refused.detail());
            }
            if (booking instanceof Ledger.Booking.Unanswered) {
                return new Decided.Unanswered();
            }
            txId = ((Ledger.Booking.Booked) booking).txId();
        }
        OverIssues.Status status = book ? OverIssues.Status.BOOKED : OverIssues.Status.DECLINED;
        boolean kept = overIssues.decide(overIssueId, status, actor, reason, txId, clock.instant());
        OverIssue now = overIssues.byId(overIssueId).orElseThrow();
        return kept ? new Decided.Done(now) : new Decided.NotPending(now);
    }
}
