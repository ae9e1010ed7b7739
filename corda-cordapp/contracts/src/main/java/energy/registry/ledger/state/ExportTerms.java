package energy.registry.ledger.state;

import java.util.Objects;

/** An export on its way: the certificate may live in the other registry already, so that nothing moves it here. */
public final class ExportTerms implements CertificateLock {
    private final String exportId;
    private final String targetRegistry;
    private final String targetAccount;

    /** @param exportId follows from the request and the owner */
    public ExportTerms(String exportId, String targetRegistry, String targetAccount) {
        this.exportId = exportId;
        this.targetRegistry = targetRegistry;
        this.targetAccount = targetAccount;
    }

    public String getExportId() {
        return exportId;
    }

    public String getTargetRegistry() {
        return targetRegistry;
    }

    public String getTargetAccount() {
        return targetAccount;
    }

    @Override
    public CertificateStatus status() {
        return CertificateStatus.EXPORT_PENDING;
    }

    @Override
    public CertificateLock forPieceOf(long wattHours) {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ExportTerms)) {
            return false;
        }
        ExportTerms terms = (ExportTerms) other;
        return exportId.equals(terms.exportId)
                && targetRegistry.equals(terms.targetRegistry)
                && targetAccount.equals(terms.targetAccount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(exportId, targetRegistry);
    }
}
