package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import energy.registry.domain.energy.WattHours;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Certificates taken out of circulation for one beneficiary and purpose. The last state of their life. */
public final class Retirement {
    public static final String TAG = "REC-RETIREMENT-1";

    /** Bundles in one retirement: a year of day bundles, with room. */
    public static final int LINES_MAX = 400;

    private final String requestId;
    private final String owner;
    private final long retiredEpochSecond;
    private final RetirementPurpose purpose;
    private final List<CertificateBundle> lines;

    /**
     * @param requestId the client's name for the request
     * @param owner account id of whoever retires
     * @param retiredEpochSecond UTC, within the notarised time window
     */
    public Retirement(
            String requestId,
            String owner,
            long retiredEpochSecond,
            RetirementPurpose purpose,
            List<CertificateBundle> lines) {
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines: a retirement has 1.." + LINES_MAX + ", not " + lines.size());
        }
        this.requestId = requestId;
        this.owner = owner;
        this.retiredEpochSecond = retiredEpochSecond;
        this.purpose = purpose;
        this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    }

    public String requestId() {
        return requestId;
    }

    public String owner() {
        return owner;
    }

    public long retiredEpochSecond() {
        return retiredEpochSecond;
    }

    public RetirementPurpose purpose() {
        return purpose;
    }

    public List<CertificateBundle> lines() {
        return lines;
    }

    public WattHours quantity() {
        WattHours sum = WattHours.ZERO;
        for (CertificateBundle line : lines) {
            sum = sum.plus(line.quantity());
        }
        return sum;
    }

    /** SHA-256 of the canonical bytes: the retirement's name. */
    public Digest id() {
        return Digest.sha(encode());
    }

    public byte[] encode() {
        CanonicalWriter out =
                new CanonicalWriter(TAG).text(requestId).text(owner).i64(retiredEpochSecond);
        purpose.write(out);
        out.i32(lines.size());
        lines.forEach(line -> out.bytes(line.encode()));
        return out.toBytes();
    }

    public static Retirement decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        String requestId = in.text("requestId");
        String owner = in.text("owner");
        long retired = in.i64("retired");
        RetirementPurpose purpose = RetirementPurpose.read(in);
        int count = in.count("lines", LINES_MAX);
        List<CertificateBundle> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(CertificateBundle.decode(in.bytes("line")));
        }
        in.end();
        return new Retirement(requestId, owner, retired, purpose, lines);
    }
}
