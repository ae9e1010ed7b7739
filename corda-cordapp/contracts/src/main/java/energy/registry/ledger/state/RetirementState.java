package energy.registry.ledger.state;

import energy.registry.domain.certificate.Retirement;
import energy.registry.ledger.contract.RegistryContract;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;

/** Energy taken out of circulation for good. Nothing consumes it. */
@BelongsToContract(RegistryContract.class)
public final class RetirementState implements CanonicalState {
    private final byte[] retirement;
    private final PublicKey owner;

    public RetirementState(byte[] retirement, PublicKey owner) {
        this.retirement = retirement.clone();
        this.owner = owner;
    }

    public byte[] getRetirement() {
        return retirement.clone();
    }

    public PublicKey getOwner() {
        return owner;
    }

    public Retirement record() {
        return Retirement.decode(retirement);
    }

    @Override
    public byte[] canonicalBytes() {
        return getRetirement();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Collections.singletonList(new AnonymousParty(owner));
    }
}
