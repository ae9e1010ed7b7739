package energy.registry.ledger.state;

import energy.registry.domain.certificate.CertificateEnd;
import energy.registry.ledger.contract.RegistryContract;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;

/** Certificates that were withdrawn, expired, exported or stored. Nothing consumes it. */
@BelongsToContract(RegistryContract.class)
public final class EndState implements CanonicalState {
    private final byte[] end;
    private final Party issuer;

    public EndState(byte[] end, Party issuer) {
        this.end = end.clone();
        this.issuer = issuer;
    }

    public byte[] getEnd() {
        return end.clone();
    }

    public Party getIssuer() {
        return issuer;
    }

    public CertificateEnd record() {
        return CertificateEnd.decode(end);
    }

    @Override
    public byte[] canonicalBytes() {
        return getEnd();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(issuer);
    }
}
