package energy.registry.domain.cursor;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
import energy.registry.domain.energy.WattHours;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.domain.identity.SigningKey;
import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import java.util.Arrays;
import java.util.Optional;

/**
 * The place of one meter in the history of issues. It is born when its device is registered, with all time since the
 * start of operation open. Each accepted claim takes its time out of the open time and its energy into the next serial
 * numbers; the cursor before is consumed, so that the same time cannot be taken twice. An amendment, a hand-over, another
 * key or another meter add a version of the terms from an interval boundary on; another meter begins another epoch of the
 * register too. It never ends: a retired device's cursor lets late claims in and stands still.
 */
public final class MeterCursor {
    public static final String TAG = "REC-CURSOR-2";

    /** The end of claimable time of an active device. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** The end of claimable time of a suspended device: none is claimable. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final long SECONDS_PER_DAY = 86_400;

    private final TermsHistory history;
    private final long claimableUntil;
    private final MeterPosition position;

    private MeterCursor(TermsHistory history, long claimableUntil, MeterPosition position) {
        this.history = history;
        this.claimableUntil = claimableUntil;
        this.position = position;
    }

    public static MeterCursor fresh(ProductionDevice device, SigningKey ownerKey) {
        long start = Math.multiplyExact(device.operationalSinceEpochDay(), SECONDS_PER_DAY);
        return new MeterCursor(
                TermsHistory.of(MeterTerms.of(device, ownerKey), start), UNBOUNDED, MeterPosition.startingAt(start));
    }

    /** The latest terms. */
    public MeterTerms terms() {
        return history.latest();
    }

    public TermsHistory history() {
        return history;
    }

    /** Whether claims of the device are issued at present, whatever their time. */
    public boolean isActive() {
        return claimableUntil == UNBOUNDED;
    }

    /** Claims that end by this second are issued; {@link #UNBOUNDED} or {@link #NEVER}, or when the device retired. */
    public long claimableUntilEpochSecond() {
        return claimableUntil;
    }

    /** The same cursor with another end of claimable time. */
    public MeterCursor claimableUntil(long epochSecond) {
        return new MeterCursor(history, epochSecond, position);
    }

    /** Whether other terms may hold from that second of measured time on. */
    public Verdict permitsTermsFrom(long startEpochSecond) {
        return history.permits(startEpochSecond);
    }

    /** Whether all issued time lies before that second. */
    public Verdict isIssuedUntilAtMost(long epochSecond) {
        return position.liesAfterIssuedTime(epochSecond);
    }

    /** Whether the meter can be exchanged then, its register standing at {@code closingWh}. */
    public Verdict permitsExchange(long atEpochSecond, long closingWh) {
        return Verdict.firstOf(
                () -> permitsTermsFrom(atEpochSecond), () -> position.permitsExchange(atEpochSecond, closingWh));
    }

    /** The device as amended, from that second of measured time on; what was issued before keeps what it says. */
    public MeterCursor amended(ProductionDevice device, SigningKey ownerKey, long startEpochSecond) {
        TermsHistory next = history.with(MeterTerms.of(device, ownerKey), startEpochSecond);
        return new MeterCursor(next, claimableUntil, position.forfeitedBefore(next.startEpochSecond()));
    }

    /** The device with another meter, in whose register the next epoch begins; serial numbers go on. */
    public MeterCursor exchanged(ProductionDevice device, long atEpochSecond, long closingWh, long openingWh) {
        MeterCursor closed =
                new MeterCursor(history, claimableUntil, position.exchangedAt(atEpochSecond, closingWh, openingWh));
        return closed.amended(device, terms().ownerKey(), atEpochSecond);
    }

    public MeterPosition position() {
        return position;
    }

    /** The verdict on a claim that comes within the late window. */
    public Acceptance accept(
            SignedClaim signed, SignatureCheck signatures, String issuingBody, long issuedEpochSecond) {
        return accept(signed, signatures, issuingBody, issuedEpochSecond, LateWindow.CLOSED);
    }

    /**
     * The verdict on a claim, and when it is valid the cursor and the certificate that follow from it.
     *
     * @param issuingBody who issues, as the certificate names it
     * @param issuedEpochSecond when, UTC
     */
    public Acceptance accept(
            SignedClaim signed,
            SignatureCheck signatures,
            String issuingBody,
            long issuedEpochSecond,
            LateWindow window) {
        GenerationClaim claim = signed.claim();
        IntervalStatement statement = claim.statement();
        ProductionPeriod period = claim.period();
        Optional<MeterTerms> terms = history.during(period);
        Verdict verdict = Verdict.firstOf(
                () -> ClaimRules.identity(this, claim),
                () -> Rule.RECORD_IS_IN_FORCE.holds(terms.isPresent(), period.toString()),
                () -> new ClaimRules(terms.get(), position, signed, signatures).check(issuedEpochSecond, window));
        if (!verdict.isValid()) {
            return Acceptance.refused(verdict);
        }
        Optional<Gap> gap = position.gapAround(period);
        if (!gap.isPresent()) {
            throw new IllegalStateException("a valid claim lies in a gap");
        }
        long[] serials = serials(claim, statement);
        long issued = serials[serials.length - 1] - serials[0];
        long cancelled = claim.energy().toLong() - issued;
        MeterPosition next = position.after(
                gap.get(),
                period,
                Gap.registersOf(statement, claim.firstInterval(), claim.intervalCount()),
                new MeterPosition.Step(statement, claim.signedStatement().digest(), claim.id(), issued, cancelled));
        CertificateBundle bundle = issued == 0
                ? null
                : CertificateBundle.of(
                        IssuanceRecord.of(
                                terms.get().device(),
                                claim,
                                issuingBody,
                                issuedEpochSecond,
                                terms.get().standing().supportIn(period)),
                        period.startEpochSecond(),
                        statement.intervalSeconds(),
                        serials);
        return Acceptance.of(
                new MeterCursor(history, claimableUntil, next),
                bundle,
                terms.get().ownerKey());
    }

    /**
     * The verdict on a withdrawal of {@code withdrawn} from a part of a claim, and the cursor that follows: the time is
     * open again only when all of its metered energy was withdrawn; otherwise it stays issued, and what is missing is
     * debt. Energy of the time that had paid off debt is part of what is missing, so that the debt comes back.
     *
     * @param part intervals of the claim's time
     */
    public Acceptance withdraw(GenerationClaim claim, ProductionPeriod part, WattHours withdrawn) {
        IntervalStatement statement = claim.statement();
        ProductionPeriod all = claim.period();
        boolean inside = all.startEpochSecond() <= part.startEpochSecond()
                && part.endEpochSecond() <= all.endEpochSecond()
                && Math.floorMod(part.startEpochSecond(), (long) statement.intervalSeconds()) == 0
                && Math.floorMod(part.endEpochSecond(), (long) statement.intervalSeconds()) == 0;
        if (!inside || !position.isIssued(part)) {
            return Acceptance.refused(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME.isBrokenBy(part + " of a claim for " + all));
        }
        long start = statement.period(0).startEpochSecond();
        int first = (int) ((part.startEpochSecond() - start) / statement.intervalSeconds());
        int last = (int) ((part.endEpochSecond() - start) / statement.intervalSeconds());
        long from = statement.registersWh()[first];
        long to = statement.registersWh()[last];
        long missing = to - from - withdrawn.toLong();
        if (missing < 0) {
            return Acceptance.refused(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME.isBrokenBy(
                    withdrawn + " of " + (to - from) + " Wh metered in " + part));
        }
        if (missing == 0 && position.gaps().size() > MeterPosition.GAPS_MAX) {
            return Acceptance.refused(Rule.WITHDRAWAL_IS_OF_ISSUED_TIME.isBrokenBy("the cursor holds no more gaps"));
        }
        MeterPosition next = missing == 0
                ? position.reopened(
                        new Gap(part.startEpochSecond(), part.endEpochSecond(), from, to, statement.epoch()))
                : position.withMoreDebt(missing);
        SigningKey owner = history.during(claim.period()).orElse(terms()).ownerKey();
        return Acceptance.of(new MeterCursor(history, claimableUntil, next), null, owner);
    }

    /** The cursor that owes more; its next claims pay it off before they are issued. */
    public MeterCursor withMoreDebt(WattHours more) {
        return new MeterCursor(history, claimableUntil, position.withMoreDebt(more.toLong()));
    }

    /** Serial numbers at the claim's interval boundaries; energy that pays off debt gets none. */
    private long[] serials(GenerationClaim claim, IntervalStatement statement) {
        long[] serials = new long[claim.intervalCount() + 1];
        serials[0] = position.serialNextWh();
        long debt = position.debtWh();
        for (int i = 0; i < claim.intervalCount(); i++) {
            long energy = statement.energy(claim.firstInterval() + i).toLong();
            long cancelled = Math.min(debt, energy);
            debt -= cancelled;
            serials[i + 1] = Math.addExact(serials[i], energy - cancelled);
        }
        return serials;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG);
        history.write(out);
        out.i64(claimableUntil);
        position.write(out);
        return out.toBytes();
    }

    public static MeterCursor decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        TermsHistory history = TermsHistory.read(in);
        long claimableUntil = in.i64("claimableUntil");
        MeterPosition position = MeterPosition.read(in);
        in.end();
        return new MeterCursor(history, claimableUntil, position);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeterCursor && Arrays.equals(encode(), ((MeterCursor) other).encode());
    }

    @Override
    public int hashCode() {
        return position.readingChain().hashCode();
    }

    /** What follows from a claim: a refusal, or the next cursor and the certificate. */
    public static final class Acceptance {
        private final Verdict verdict;
        private final MeterCursor next;
        private final CertificateBundle bundle;
        private final SigningKey owner;

        private Acceptance(Verdict verdict, MeterCursor next, CertificateBundle bundle, SigningKey owner) {
            this.verdict = verdict;
            this.next = next;
            this.bundle = bundle;
            this.owner = owner;
        }

        static Acceptance refused(Verdict verdict) {
            return new Acceptance(verdict, null, null, null);
        }

        static Acceptance of(MeterCursor next, CertificateBundle bundle, SigningKey owner) {
            return new Acceptance(Verdict.VALID, next, bundle, owner);
        }

        public Verdict verdict() {
            return verdict;
        }

        /** The cursor after the claim; only a valid verdict has one. */
        public MeterCursor next() {
            if (next == null) {
                throw new IllegalStateException(verdict.toString());
            }
            return next;
        }

        /** The key of the account that had the right to the energy; only a valid verdict has one. */
        public SigningKey owner() {
            if (owner == null) {
                throw new IllegalStateException(verdict.toString());
            }
            return owner;
        }

        /** The certificate; absent when no energy was produced or all of it paid off debt. */
        public Optional<CertificateBundle> bundle() {
            return Optional.ofNullable(bundle);
        }
    }

    /** A refusal for a claim that no cursor answers to. */
    public static Verdict unregistered(String meterId) {
        return Rule.METER_IS_REGISTERED.isBrokenBy("meter " + meterId);
    }
}
