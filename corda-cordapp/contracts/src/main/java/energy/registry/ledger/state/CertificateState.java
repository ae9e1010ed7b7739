package energy.registry.ledger.state;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentCertificate;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/**
 * A live certificate. It is born ACTIVE by an issue; an offer locks it under terms that anyone may meet; a purchase gives
 * what was bought to the buyer, ACTIVE, and leaves the rest offered; a proposed transfer locks it for one receiver. A
 * retirement, a withdrawal or its expiry ends it.
 */
@BelongsToContract(RegistryContract.class)
public final class CertificateState implements QueryableState, CanonicalState {
    private final byte[] bundle;
    private final PublicKey owner;
    private final Party issuer;
    private final CertificateLock lock;

    /** @param lock what holds the certificate back, or null when it is free */
    public CertificateState(byte[] bundle, PublicKey owner, Party issuer, CertificateLock lock) {
        this.bundle = bundle.clone();
        this.owner = owner;
        this.issuer = issuer;
        this.lock = lock;
    }

    public static CertificateState active(CertificateBundle bundle, PublicKey owner, Party issuer) {
        return new CertificateState(bundle.encode(), owner, issuer, null);
    }

    public byte[] getBundle() {
        return bundle.clone();
    }

    public PublicKey getOwner() {
        return owner;
    }

    public Party getIssuer() {
        return issuer;
    }

    /** What holds it back, or null. */
    public CertificateLock getLock() {
        return lock;
    }

    /** Follows from the lock. */
    public CertificateStatus status() {
        return lock == null ? CertificateStatus.ACTIVE : lock.status();
    }

    /** The terms of the offer; absent under any other lock. */
    public Optional<OfferTerms> offer() {
        return lock instanceof OfferTerms ? Optional.of((OfferTerms) lock) : Optional.empty();
    }

    /** The terms of the proposed transfer; absent under any other lock. */
    public Optional<TransferTerms> transfer() {
        return lock instanceof TransferTerms ? Optional.of((TransferTerms) lock) : Optional.empty();
    }

    /** The terms of the export; absent under any other lock. */
    public Optional<ExportTerms> export() {
        return lock instanceof ExportTerms ? Optional.of((ExportTerms) lock) : Optional.empty();
    }

    public CertificateBundle certificate() {
        return CertificateBundle.decode(bundle);
    }

    /** A piece or a union of pieces under the same lock. */
    public CertificateState withBundle(CertificateBundle piece) {
        CertificateLock held =
                lock == null ? null : lock.forPieceOf(piece.quantity().toLong());
        return new CertificateState(piece.encode(), owner, issuer, held);
    }

    public CertificateState lockedUnder(CertificateLock other) {
        return new CertificateState(bundle, owner, issuer, other);
    }

    /** Free of any lock, in the hands of {@code holder}. */
    public CertificateState activeOf(PublicKey holder) {
        return new CertificateState(bundle, holder, issuer, null);
    }

    /** Whether owner, issuer and lock are those of {@code other}, whatever the energy. */
    public boolean isHeldLike(CertificateState other) {
        return owner.equals(other.owner) && issuer.equals(other.issuer) && Objects.equals(lock, other.lock);
    }

    @Override
    public byte[] canonicalBytes() {
        return getBundle();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return transfer().isPresent()
                ? Arrays.asList(
                        new AnonymousParty(owner),
                        new AnonymousParty(transfer().get().getReceiver()))
                : Collections.singletonList(new AnonymousParty(owner));
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        CertificateBundle certificate = certificate();
        return new PersistentCertificate(
                certificate.certificateId(),
                certificate.deviceId(),
                Keys.idOf(owner),
                status().name(),
                lockId(),
                certificate.issuance().expiresEpochSecond());
    }

    private String lockId() {
        return export().map(ExportTerms::getExportId)
                .orElse(transfer().map(TransferTerms::getTransferId).orElse(null));
    }
}
