package energy.registry.ledger.state;

import energy.registry.domain.certificate.CertificateBundle;
import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentCertificate;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/**
 * A live certificate. It is born ACTIVE by an issue; an offer locks it under terms that anyone may meet; a purchase gives
 * what was bought to the buyer, ACTIVE, and leaves the rest offered; a retirement ends it.
 */
@BelongsToContract(RegistryContract.class)
public final class CertificateState implements QueryableState, CanonicalState {
    private final byte[] bundle;
    private final PublicKey owner;
    private final Party issuer;
    private final CertificateStatus status;
    private final OfferTerms terms;

    /** @param terms present exactly when the status is OFFERED, else null */
    public CertificateState(byte[] bundle, PublicKey owner, Party issuer, CertificateStatus status, OfferTerms terms) {
        this.bundle = bundle.clone();
        this.owner = owner;
        this.issuer = issuer;
        this.status = status;
        this.terms = terms;
    }

    public static CertificateState active(CertificateBundle bundle, PublicKey owner, Party issuer) {
        return new CertificateState(bundle.encode(), owner, issuer, CertificateStatus.ACTIVE, null);
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

    public CertificateStatus getStatus() {
        return status;
    }

    public OfferTerms getTerms() {
        return terms;
    }

    public CertificateBundle certificate() {
        return CertificateBundle.decode(bundle);
    }

    public CertificateState withBundle(CertificateBundle piece) {
        return new CertificateState(piece.encode(), owner, issuer, status, terms);
    }

    public CertificateState offeredUnder(OfferTerms offer) {
        return new CertificateState(bundle, owner, issuer, CertificateStatus.OFFERED, offer);
    }

    /** Free of any lock, in the hands of {@code holder}. */
    public CertificateState activeOf(PublicKey holder) {
        return new CertificateState(bundle, holder, issuer, CertificateStatus.ACTIVE, null);
    }

    /** Whether owner, issuer and lock are those of {@code other}, whatever the energy. */
    public boolean isHeldLike(CertificateState other) {
        return owner.equals(other.owner)
                && issuer.equals(other.issuer)
                && status == other.status
                && Objects.equals(terms, other.terms);
    }

    @Override
    public byte[] canonicalBytes() {
        return getBundle();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(new AnonymousParty(owner));
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        CertificateBundle certificate = certificate();
        return new PersistentCertificate(
                certificate.certificateId(), certificate.deviceId(), Keys.idOf(owner), status.name());
    }
}
