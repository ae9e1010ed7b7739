package energy.registry.web.application.office;

import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.CertificateFilter;
import energy.registry.web.model.CertificateRow;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Figures;
import energy.registry.web.port.office.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The audit's result and every certificate as the regulator's node recorded it, in one archive: CSV and JSON, the
 * SHA-256 of each, and a signature over these sums.
 */
public final class ExportAudit {
    /** Certificates of one archive: some 60 MB of text; more are read page by page through the API. */
    static final int CERTIFICATES_MAX = 200_000;

    private static final String READ_ME =
            """
            audit.json          the double-count audit: every Wh of every device is live or retired exactly once
            certificates.csv    every bundle that the ledger ever held, newest production first
            certificates.json   the same, one JSON object a line
            SHA256SUMS          check with: sha256sum -c SHA256SUMS
            SHA256SUMS.sig      Ed25519 over SHA256SUMS, check with:
                                openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
            key.pem             the key, also at /api/v1/audit-export/key.pem

            All of it is the view of the regulator's own node.
            """;

    private final Figures figures;
    private final Certificates certificates;
    private final Signer signer;
    private final Journal journal;

    public ExportAudit(Figures figures, Certificates certificates, Signer signer, Journal journal) {
        this.figures = figures;
        this.certificates = certificates;
        this.signer = signer;
        this.journal = journal;
    }

    /** The public key of the signature, PEM; open to everyone. */
    public String key() {
        return signer.publicKeyPem();
    }

    /** A ZIP archive. */
    public byte[] archive(Actor actor) {
        Permission.requireOneOf(actor, Role.REGULATOR, Role.ISSUING_BODY);
        AuditFigures audit = figures.audit();
        StringBuilder csv = new StringBuilder(
                "certificateId,deviceId,owner,status,serialFrom,serialTo,quantityWh,start,end,issuedAt,claimId,statementDigest,txId\n");
        StringBuilder json = new StringBuilder();
        int rows = collect(csv, json);
        byte[] archive = packed(audit(audit, rows), csv.toString(), json.toString());
        journal.record(actor, "AUDIT_EXPORTED", "audit", "", "Exported the audit and " + rows + " certificates.", "");
        return archive;
    }

    private int collect(StringBuilder csv, StringBuilder json) {
        int rows = 0;
        String after = "";
        do {
            Slice<CertificateRow> page = certificates.list(CertificateFilter.all(), new Window(after, Window.ROWS_MAX));
            for (CertificateRow row : page.items()) {
                String[] cells = cells(row);
                csv.append(String.join(",", cells)).append('\n');
                json.append(object(cells)).append('\n');
                rows++;
            }
            after = page.next();
        } while (!after.isEmpty() && rows < CERTIFICATES_MAX);
        return rows;
    }

    private static String[] cells(CertificateRow row) {
        return new String[] {
            row.certificateId(),
            row.deviceId(),
            row.owner(),
            row.status(),
            String.valueOf(row.serialFrom()),
            String.valueOf(row.serialTo()),
            String.valueOf(row.serialTo() - row.serialFrom()),
            String.valueOf(row.start()),
            String.valueOf(row.end()),
            String.valueOf(row.issuedAt()),
            row.claimId(),
            row.statementDigest(),
            row.txId()
        };
    }

    /** Ids, codes, numbers and times: nothing in them needs escaping. */
    private static String object(String[] cells) {
        return "{\"certificateId\":\"" + cells[0] + "\",\"deviceId\":\"" + cells[1] + "\",\"owner\":\"" + cells[2]
                + "\",\"status\":\"" + cells[3] + "\",\"serialFrom\":" + cells[4] + ",\"serialTo\":" + cells[5]
                + ",\"quantityWh\":" + cells[6] + ",\"start\":\"" + cells[7] + "\",\"end\":\"" + cells[8]
                + "\",\"issuedAt\":\"" + cells[9] + "\",\"claimId\":\"" + cells[10] + "\",\"statementDigest\":\""
                + cells[11] + "\",\"txId\":\"" + cells[12] + "\"}";
    }

    private static String audit(AuditFigures audit, int rows) {
        return "{\"format\":\"rec-audit-1\",\"node\":\"regulator\",\"ok\":" + audit.ok() + ",\"asOf\":\"" + audit.asOf()
                + "\",\"lastSeq\":" + audit.lastSeq() + ",\"devices\":" + audit.devices() + ",\"certificates\":"
                + audit.certificates() + ",\"issuedWh\":" + audit.issuedWh() + ",\"liveWh\":" + audit.liveWh()
                + ",\"retiredWh\":" + audit.retiredWh() + ",\"overlaps\":"
                + audit.overlaps().size()
                + ",\"imbalances\":" + audit.imbalances().size() + ",\"rows\":" + rows + ",\"complete\":"
                + (rows < CERTIFICATES_MAX) + "}\n";
    }

    private byte[] packed(String audit, String csv, String json) {
        byte[] sums = (sum(audit, "audit.json") + sum(csv, "certificates.csv") + sum(json, "certificates.json"))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
            entry(zip, "audit.json", audit.getBytes(StandardCharsets.UTF_8));
            entry(zip, "certificates.csv", csv.getBytes(StandardCharsets.UTF_8));
            entry(zip, "certificates.json", json.getBytes(StandardCharsets.UTF_8));
            entry(zip, "SHA256SUMS", sums);
            entry(zip, "SHA256SUMS.sig", signer.sign(sums));
            entry(zip, "key.pem", signer.publicKeyPem().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can always be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static String sum(String content, String name) {
        return Secrets.hash(content) + "  " + name + "\n";
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
