package energy.registry.domain.exchange;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;
import energy.registry.domain.encoding.Digest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one registry certifies to another about certificates; signed with its registered key as a signed record. */
public final class ExchangeReceipt {
    public static final String TAG = "REC-RECEIPT-1";

    /** Certificates of one receipt: as many as one transaction may consume. */
    public static final int LINES_MAX = 64;

    private final ReceiptKind kind;
    private final String registry;
    private final String counterparty;
    private final String reference;
    private final String account;
    private final List<CertificateBundle> lines;

    /**
     * @param registry who certifies
     * @param counterparty the registry that it is for
     * @param reference the export's number
     * @param account of the receiver in the target registry
     */
    public ExchangeReceipt(
            ReceiptKind kind,
            String registry,
            String counterparty,
            String reference,
            String account,
            List<CertificateBundle> lines) {
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("lines: a receipt has 1.." + LINES_MAX + ", not " + lines.size());
        }
        this.kind = kind;
        this.registry = registry;
        this.counterparty = counterparty;
        this.reference = reference;
        this.account = account;
        this.lines = Collections.unmodifiableList(new ArrayList<>(lines));
    }

    public ReceiptKind kind() {
        return kind;
    }

    public String registry() {
        return registry;
    }

    public String counterparty() {
        return counterparty;
    }

    public String reference() {
        return reference;
    }

    public String account() {
        return account;
    }

    public List<CertificateBundle> lines() {
        return lines;
    }

    public Digest digest() {
        return Digest.sha(encode());
    }

    public byte[] encode() {
        CanonicalWriter out = new CanonicalWriter(TAG)
                .u8(kind.ordinal())
                .text(registry)
                .text(counterparty)
                .text(reference)
                .text(account)
                .i32(lines.size());
        lines.forEach(line -> out.bytes(line.encode()));
        return out.toBytes();
    }

    public static ExchangeReceipt decode(byte[] record) {
        CanonicalReader in = new CanonicalReader(TAG, record);
        ReceiptKind kind = in.choice("kind", ReceiptKind.values());
        String registry = in.text("registry");
        String counterparty = in.text("counterparty");
        String reference = in.text("reference");
        String account = in.text("account");
        int count = in.count("lines", LINES_MAX);
        List<CertificateBundle> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(CertificateBundle.decode(in.bytes("line")));
        }
        in.end();
        return new ExchangeReceipt(kind, registry, counterparty, reference, account, lines);
    }
}
