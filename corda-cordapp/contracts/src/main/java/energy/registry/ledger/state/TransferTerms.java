package energy.registry.ledger.state;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Objects;

/** A proposed transfer: who may accept it until when. */
public final class TransferTerms implements CertificateLock {
    private final String transferId;
    private final PublicKey receiver;
    private final Instant until;
    private final String reference;

    /**
     * @param transferId follows from the request and the sender
     * @param reference the sender's own words; may be empty
     */
    public TransferTerms(String transferId, PublicKey receiver, Instant until, String reference) {
        this.transferId = transferId;
        this.receiver = receiver;
        this.until = until;
        this.reference = reference;
    }

    public String getTransferId() {
        return transferId;
    }

    public PublicKey getReceiver() {
        return receiver;
    }

    public Instant getUntil() {
        return until;
    }

    public String getReference() {
        return reference;
    }

    @Override
    public CertificateStatus status() {
        return CertificateStatus.PENDING_TRANSFER;
    }

    @Override
    public CertificateLock forPieceOf(long wattHours) {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TransferTerms)) {
            return false;
        }
        TransferTerms terms = (TransferTerms) other;
        return transferId.equals(terms.transferId)
                && receiver.equals(terms.receiver)
                && until.equals(terms.until)
                && reference.equals(terms.reference);
    }

    @Override
    public int hashCode() {
        return Objects.hash(transferId, until);
    }
}
