package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Certificates that left circulation without a beneficiary: withdrawn, expired, exported or stored. Final. */
public final class CertificateEnd {
    public static final String TAG = "REC-END-1";

    /** Bundles in one record: as many as one transaction may consume. */
    public static final int LINES_MAX = 64;

    private final EndKind kind;
    private final String requestId;
    private final List<CertificateBundle> lines;

    public CertificateEnd(EndKind kind, String requestId, List<CertificateBundle> lines) {
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines: an end has 1.." + LINES_MAX + ", not " + lines.size());
        }
        this.kind = kind;
        this.requestId = requestId;
        this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    }

    public EndKind kind() {
        return kind;
    }

    public String requestId() {
        return requestId;
    }

    public List<CertificateBundle> lines() {
        return lines;
    }

    public long quantityWh() {
        return lines.stream().mapToLong(line -> line.quantity().toLong()).sum();
    }

    public byte[] encode() {
        CanonicalWriter out =
                new CanonicalWriter(TAG).u8(kind.ordinal()).text(requestId).i32(lines.size());
        lines.forEach(line -> out.bytes(line.encode()));
        return out.toBytes();
    }

    public static CertificateEnd decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        EndKind kind = in.choice("kind", EndKind.values());
        String requestId = in.text("requestId");
        int count = in.count("lines", LINES_MAX);
        List<CertificateBundle> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(CertificateBundle.decode(in.bytes("line")));
        }
        in.end();
        return new CertificateEnd(kind, requestId, lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateEnd && Arrays.equals(encode(), ((CertificateEnd) other).encode());
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }
}
