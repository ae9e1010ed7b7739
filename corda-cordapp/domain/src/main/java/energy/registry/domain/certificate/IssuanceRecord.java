package energy.registry.domain.certificate;

import energy.registry.domain.claim.CameraFinding;
import energy.registry.domain.claim.GenerationClaim;
import energy.registry.domain.device.ProductionDevice;
import energy.registry.domain.device.Technology;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.evidence.IntervalStatement;
import energy.registry.domain.evidence.Origin;
import energy.registry.domain.evidence.Signatory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a certificate that no transaction can change: where the energy came from, which claim and evidence stand
 * behind it, who issued it when, and how long it is valid. Every piece of a split carries the same record.
 */
public final class IssuanceRecord {
    public static final String TAG = "REC-ISSUANCE-2";

    /** Tradable for 12 months after production (RED II, Art. 19(3)). */
    public static final int TRADABLE_MONTHS = 12;

    /** Retirable for 18 months after production (RED II, Art. 19(3)). */
    public static final int VALID_MONTHS = 18;

    /** The claim's own marks and one each for origin, signatory and storage. */
    private static final int MARKS_MAX = GenerationClaim.MARKS_MAX + 3;

    private final DeviceAttributes device;
    private final String issuingBody;
    private final long issuedEpochSecond;
    private final long tradableUntilEpochSecond;
    private final long expiresEpochSecond;
    private final Digest claimId;
    private final Digest statementDigest;
    private final Digest evidenceRoot;
    private final CameraFinding finding;
    private final List<String> marks;
    private final String model;
    private final List<String> support;

    private IssuanceRecord(
            DeviceAttributes device,
            String issuingBody,
            long issuedEpochSecond,
            long tradableUntilEpochSecond,
            long expiresEpochSecond,
            Digest claimId,
            Digest statementDigest,
            Digest evidenceRoot,
            CameraFinding finding,
            List<String> marks,
            String model,
            List<String> support) {
        this.device = device;
        this.issuingBody = issuingBody;
        this.issuedEpochSecond = issuedEpochSecond;
        this.tradableUntilEpochSecond = tradableUntilEpochSecond;
        this.expiresEpochSecond = expiresEpochSecond;
        this.claimId = claimId;
        this.statementDigest = statementDigest;
        this.evidenceRoot = evidenceRoot;
        this.finding = finding;
        this.marks = Collections.unmodifiableList(new ArrayList<>(marks));
        this.model = model;
        this.support = Collections.unmodifiableList(new ArrayList<>(support));
    }

    /**
     * The record that issuing a claim makes. Validity counts from the end of production; a recording or a simulation is
     * played at any later time and conveys no claim to energy, so that its validity counts from the issue.
     *
     * @param support codes of the schemes that paid for this energy
     */
    public static IssuanceRecord of(
            DeviceAttributes device,
            GenerationClaim claim,
            String issuingBody,
            long issuedEpochSecond,
            List<String> support) {
        IntervalStatement statement = claim.statement();
        int last = claim.firstInterval() + claim.intervalCount() - 1;
        long validFrom =
                statement.origin() == Origin.LIVE ? statement.period(last).endEpochSecond() : issuedEpochSecond;
        return new IssuanceRecord(
                device,
                issuingBody,
                issuedEpochSecond,
                monthsAfter(validFrom, TRADABLE_MONTHS),
                monthsAfter(validFrom, VALID_MONTHS),
                claim.id(),
                claim.signedStatement().digest(),
                claim.evidenceRoot(),
                claim.finding(),
                marksOf(device, claim, statement),
                claim.model(),
                support);
    }

    private static long monthsAfter(long epochSecond, int months) {
        return Instant.ofEpochSecond(epochSecond)
                .atOffset(ZoneOffset.UTC)
                .plusMonths(months)
                .toEpochSecond();
    }

    /** Marks that follow from the statement cannot be left out by whoever built the claim. */
    private static List<String> marksOf(DeviceAttributes device, GenerationClaim claim, IntervalStatement statement) {
        Set<String> marks = new LinkedHashSet<>();
        if (device.technology() == Technology.STORAGE) {
            marks.add("FROM_STORAGE");
        }
        if (statement.origin() != Origin.LIVE) {
            marks.add(statement.origin().name());
        }
        if (statement.signatory() == Signatory.METERING_AGENT_FROM_POWER) {
            marks.add("REGISTER_FROM_POWER");
        } else if (statement.signatory() == Signatory.METERING_AGENT) {
            marks.add("METERING_AGENT");
        }
        marks.addAll(claim.marks());
        return new ArrayList<>(marks);
    }

    public DeviceAttributes device() {
        return device;
    }

    public String issuingBody() {
        return issuingBody;
    }

    public long issuedEpochSecond() {
        return issuedEpochSecond;
    }

    /** From here on no offer and no purchase, UTC. */
    public long tradableUntilEpochSecond() {
        return tradableUntilEpochSecond;
    }

    /** From here on no retirement, UTC. */
    public long expiresEpochSecond() {
        return expiresEpochSecond;
    }

    public Digest claimId() {
        return claimId;
    }

    /** Digest of the meter's signed statement. */
    public Digest statementDigest() {
        return statementDigest;
    }

    public Digest evidenceRoot() {
        return evidenceRoot;
    }

    public CameraFinding finding() {
        return finding;
    }

    public List<String> marks() {
        return marks;
    }

    /** Name and version of the rules that built the claim's envelope. */
    public String model() {
        return model;
    }

    /** Codes of the schemes that paid for this energy, {@code <scheme>/<kind>}; empty for none. */
    public List<String> support() {
        return support;
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .bytes(device.encode())
                .text(issuingBody)
                .i64(issuedEpochSecond)
                .i64(tradableUntilEpochSecond)
                .i64(expiresEpochSecond)
                .digest(claimId)
                .digest(statementDigest)
                .digest(evidenceRoot)
                .u8(finding.ordinal())
                .i32(marks.size());
        marks.forEach(out::text);
        out.text(model).i32(support.size());
        support.forEach(out::text);
        return out.toBytes();
    }

    public static IssuanceRecord decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        DeviceAttributes device = DeviceAttributes.decode(in.bytes("device"));
        String issuingBody = in.text("issuingBody");
        long issued = in.i64("issued");
        long tradableUntil = in.i64("tradableUntil");
        long expires = in.i64("expires");
        Digest claimId = in.digest("claimId");
        Digest statementDigest = in.digest("statementDigest");
        Digest evidenceRoot = in.digest("evidenceRoot");
        CameraFinding finding = in.choice("finding", CameraFinding.values());
        int count = in.count("marks", MARKS_MAX);
        List<String> marks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            marks.add(in.text("mark"));
        }
        String model = in.text("model");
        int supported = in.count("support", ProductionDevice.LIST_MAX);
        List<String> support = new ArrayList<>(supported);
        for (int i = 0; i < supported; i++) {
            support.add(in.text("supportCode"));
        }
        in.end();
        return new IssuanceRecord(
                device,
                issuingBody,
                issued,
                tradableUntil,
                expires,
                claimId,
                statementDigest,
                evidenceRoot,
                finding,
                marks,
                model,
                support);
    }
}
