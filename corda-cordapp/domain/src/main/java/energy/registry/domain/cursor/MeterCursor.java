package energy.registry.domain.cursor;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.certificate.IssuanceRecord;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.claim.SignedClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.energy.ProductionPeriod;
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
 * numbers; the cursor before is consumed, so that the same time cannot be taken twice. It never ends: a retired device's
 * cursor stands still.
 */
public final class MeterCursor {
    public static final String TAG = "REC-CURSOR-1";

    private static final long SECONDS_PER_DAY = 86_400;

    private final MeterTerms terms;
    private final boolean active;
    private final MeterPosition position;

    private MeterCursor(MeterTerms terms, boolean active, MeterPosition position) {
        this.terms = terms;
        this.active = active;
        this.position = position;
    }

    public static MeterCursor fresh(ProductionDevice device, SigningKey ownerKey) {
        return new MeterCursor(
                MeterTerms.of(device, ownerKey),
                true,
                MeterPosition.startingAt(Math.multiplyExact(device.operationalSinceEpochDay(), SECONDS_PER_DAY)));
    }

    public MeterTerms terms() {
        return terms;
    }

    /** Whether claims of the device are issued at present. */
    public boolean isActive() {
        return active;
    }

    public MeterPosition position() {
        return position;
    }

    /**
     * The verdict on a claim, and when it is valid the cursor and the certificate that follow from it.
     *
     * @param issuingBody who issues, as the certificate names it
     * @param issuedEpochSecond when, UTC
     */
    public Acceptance accept(
            SignedClaim signed, SignatureCheck signatures, String issuingBody, long issuedEpochSecond) {
        Verdict verdict = new ClaimRules(this, signed, signatures).check();
        if (!verdict.isValid()) {
            return Acceptance.refused(verdict);
        }
        GenerationClaim claim = signed.claim();
        IntervalStatement statement = claim.statement();
        ProductionPeriod period = claimed(claim, statement);
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
                        IssuanceRecord.of(terms.device(), claim, issuingBody, issuedEpochSecond),
                        period.startEpochSecond(),
                        statement.intervalSeconds(),
                        serials);
        return Acceptance.of(new MeterCursor(terms, active, next), bundle);
    }

    static ProductionPeriod claimed(GenerationClaim claim, IntervalStatement statement) {
        return ProductionPeriod.between(
                statement.period(claim.firstInterval()).startEpochSecond(),
                statement
                        .period(claim.firstInterval() + claim.intervalCount() - 1)
                        .endEpochSecond());
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
        CanonicalWriter out = new CanonicalWriter(TAG).bytes(terms.encode()).u8(active ? 1 : 0);
        position.write(out);
        return out.toBytes();
    }

    public static MeterCursor decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        MeterTerms terms = MeterTerms.decode(in.bytes("terms"));
        boolean active = in.u8("active") == 1;
        MeterPosition position = MeterPosition.read(in);
        in.end();
        return new MeterCursor(terms, active, position);
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

        private Acceptance(Verdict verdict, MeterCursor next, CertificateBundle bundle) {
            this.verdict = verdict;
            this.next = next;
            this.bundle = bundle;
        }

        static Acceptance refused(Verdict verdict) {
            return new Acceptance(verdict, null, null);
        }

        static Acceptance of(MeterCursor next, CertificateBundle bundle) {
            return new Acceptance(Verdict.VALID, next, bundle);
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
