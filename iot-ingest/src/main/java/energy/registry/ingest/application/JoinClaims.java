package energy.registry.ingest.application;

import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.SignedRecord;
import energy.registry.ingest.claim.ClaimBuilder;
import energy.registry.ingest.claim.IntervalJudge;
import energy.registry.ingest.claim.Judgement;
import energy.registry.ingest.claim.Judgement.Next;
import energy.registry.ingest.claim.Reason;
import energy.registry.ingest.claim.ReasonCode;
import energy.registry.ingest.claim.SeenVerdict;
import energy.registry.ingest.identity.KeyAnswer;
import energy.registry.ingest.identity.StatementKeys;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.port.ClaimSigner;
import energy.registry.ingest.port.ClaimStore;
import energy.registry.ingest.port.ClaimStore.Due;
import energy.registry.ingest.port.ClaimStore.Judged;
import energy.registry.ingest.port.ClaimStore.NewClaim;
import energy.registry.ingest.port.DeviceDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins statements with verdicts: judges every interval whose time has come, and signs claims for what may be issued. */
public final class JoinClaims {
    /** Statements judged in one transaction. */
    private static final int STATEMENTS_MAX = 100;

    private final DeviceDirectory devices;
    private final ClaimStore store;
    private final ClaimSigner signer;
    private final StatementKeys keys;
    private final Plausibility plausibility;
    private final Clock clock;
    private final long windowSeconds;

    /**
     * @param window intervals of one statement within such a window of UTC wait for each other and become one claim, where
     *     they may; zero claims what is due together, at once
     */
    public JoinClaims(
            DeviceDirectory devices,
            ClaimStore store,
            ClaimSigner signer,
            StatementKeys keys,
            Plausibility plausibility,
            Duration window,
            Clock clock) {
        this.windowSeconds = window.toSeconds();
        this.devices = devices;
        this.store = store;
        this.signer = signer;
        this.keys = keys;
        this.plausibility = plausibility;
        this.clock = clock;
    }

    /** @return how many intervals were judged */
    public int run() {
        return store.judgeDue(clock.instant(), STATEMENTS_MAX, windowSeconds, due -> judge(due, false));
    }

    /** A person's decision on a held interval; the outcome in words, or empty when the interval is not held. */
    public Optional<String> decide(ClaimStore.Decision decision) {
        return store.decide(decision, clock.instant(), due -> judge(due, true));
    }

    /** @param looked whether a person has looked at the interval and lets it go on */
    private Judged judge(Due due, boolean looked) {
        IntervalStatement statement = IntervalStatement.decode(due.signed().record());
        Map<Integer, Judgement> judgements = new TreeMap<>();
        for (int n : due.intervals()) {
            ProductionDevice device = device(due, statement, n);
            Judgement evidence = IntervalJudge.judge(
                    device,
                    statement,
                    n,
                    due.verdicts().getOrDefault(n, List.of()),
                    due.graceOver().get(n));
            Judgement judgement =
                    Objections.raise(evidence, due.findings().getOrDefault(n, List.of()), plausibility.book(), looked);
            judgement = signer(judgement, device, due.signed(), statement.period(n), looked);
            judgements.put(n, statement.energy(n).toLong() == 0 ? judgement.withoutEnergy() : judgement);
        }
        return new Judged(judgements, claims(due, statement, judgements));
    }

    private ProductionDevice device(Due due, IntervalStatement statement, int interval) {
        return devices.byId(
                        due.deviceId(),
                        Instant.ofEpochSecond(statement.period(interval).startEpochSecond()))
                .orElseThrow();
    }

    /** The ledger issues on the one key that its record names for the time; a stolen key's word is looked at first. */
    private Judgement signer(
            Judgement judgement,
            ProductionDevice device,
            SignedRecord signed,
            ProductionPeriod period,
            boolean looked) {
        Digest keyId = signed.signature().keyId();
        List<Reason> reasons = new ArrayList<>();
        if (!looked && keys.keyFor(device, keyId, period) instanceof KeyAnswer.NotThen notThen) {
            reasons.add(ReasonCode.KEY_COMPROMISED.because(notThen.text()));
        }
        if (!keyId.equals(device.meterKey().id())) {
            reasons.add(ReasonCode.KEY_NOT_ON_LEDGER.because(
                    "The statement is signed with " + keyId + ", the device's record on the ledger names "
                            + device.meterKey().id() + " for this time."));
        }
        return reasons.isEmpty() || judgement.next() == Next.WAIT ? judgement : judgement.against(Next.HOLD, reasons);
    }

    /** One claim for each run of neighbouring intervals of a window that may be claimed with the same finding. */
    private List<NewClaim> claims(Due due, IntervalStatement statement, Map<Integer, Judgement> judgements) {
        List<NewClaim> claims = new ArrayList<>();
        List<Judgement> run = new ArrayList<>();
        int first = 0;
        for (Map.Entry<Integer, Judgement> each : judgements.entrySet()) {
            int n = each.getKey();
            Judgement judgement = each.getValue();
            boolean continues = !run.isEmpty()
                    && first + run.size() == n
                    && window(statement, first) == window(statement, n)
                    && device(due, statement, first) == device(due, statement, n)
                    && judgement.next() == Next.CLAIM
                    && judgement.finding() == run.get(0).finding();
            if (!continues && !run.isEmpty()) {
                claims.add(claim(due, statement, first, run));
                run.clear();
            }
            if (judgement.next() == Next.CLAIM) {
                first = run.isEmpty() ? n : first;
                run.add(judgement);
            }
        }
        if (!run.isEmpty()) {
            claims.add(claim(due, statement, first, run));
        }
        return claims;
    }

    private long window(IntervalStatement statement, int interval) {
        return windowSeconds == 0 ? 0 : Math.floorDiv(statement.period(interval).startEpochSecond(), windowSeconds);
    }

    private NewClaim claim(Due due, IntervalStatement statement, int first, List<Judgement> run) {
        List<SignedRecord> verdicts = new ArrayList<>();
        for (int n = first; n < first + run.size(); n++) {
            due.verdicts().getOrDefault(n, List.of()).stream()
                    .map(SeenVerdict::signed)
                    .forEach(verdicts::add);
        }
        GenerationClaim claim = ClaimBuilder.build(
                due.deviceId(), device(due, statement, first).cameraPolicy(), due.signed(), first, run, verdicts);
        return new NewClaim(new SignedClaim(claim, List.of(signer.sign(claim))), verdicts);
    }
}
