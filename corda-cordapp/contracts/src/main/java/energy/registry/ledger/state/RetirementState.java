package energy.registry.ledger.state;

import energy.registry.domain.certificate.Allocation;
import energy.registry.domain.certificate.Retirement;
import energy.registry.ledger.contract.RegistryContract;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.serialization.ConstructorForDeserialization;

/** Energy taken out of circulation for good. Nothing but a reversal within a day consumes it. */
@BelongsToContract(RegistryContract.class)
public final class RetirementState implements CanonicalState {
    private final byte[] retirement;
    private final PublicKey owner;
    private final Party issuer;
    private final byte[] allocation;

    /**
     * @param issuer whose certificates they were, and who alone may agree to a reversal: a name can be borrowed, a key not
     * @param allocation how it is shared out, in canonical bytes
     */
    @ConstructorForDeserialization
    public RetirementState(byte[] retirement, PublicKey owner, Party issuer, byte[] allocation) {
        this.retirement = retirement.clone();
        this.owner = owner;
        this.issuer = issuer;
        this.allocation = allocation.clone();
    }

    /** All of it for the one beneficiary. */
    public RetirementState(byte[] retirement, PublicKey owner, Party issuer) {
        this(retirement, owner, issuer, Allocation.NONE.encode());
    }

    public byte[] getRetirement() {
        return retirement.clone();
    }

    public PublicKey getOwner() {
        return owner;
    }

    public Party getIssuer() {
        return issuer;
    }

    public byte[] getAllocation() {
        return allocation.clone();
    }

    public Allocation shares() {
        return Allocation.decode(allocation);
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
