package energy.registry.ledger.state;

import energy.registry.domain.exchange.ForeignRegistry;
import energy.registry.ledger.contract.RegistryContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;

/**
 * A registry that certificates come from and go to. It is entered once by issuing body and regulator; each import
 * consumes it and adds its serials, so that the same watt-hour comes in once. Exports refer to it.
 */
@BelongsToContract(RegistryContract.class)
public final class ForeignRegistryState implements CanonicalState {
    private final byte[] registry;
    private final Party issuer;
    private final Party regulator;
    private final Party notary;
    private final List<Party> observers;

    /** @param observers the nodes that draft exports */
    public ForeignRegistryState(byte[] registry, Party issuer, Party regulator, Party notary, List<Party> observers) {
        this.registry = registry.clone();
        this.issuer = issuer;
        this.regulator = regulator;
        this.notary = notary;
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
    }

    public byte[] getRegistry() {
        return registry.clone();
    }

    public Party getIssuer() {
        return issuer;
    }

    public Party getRegulator() {
        return regulator;
    }

    public Party getNotary() {
        return notary;
    }

    public List<Party> getObservers() {
        return observers;
    }

    public ForeignRegistry record() {
        return ForeignRegistry.decode(registry);
    }

    public ForeignRegistryState with(ForeignRegistry next) {
        return new ForeignRegistryState(next.encode(), issuer, regulator, notary, observers);
    }

    /** Whether issuer, regulator, notary and observers are those of {@code other}. */
    public boolean isPinnedLike(ForeignRegistryState other) {
        return issuer.equals(other.issuer)
                && regulator.equals(other.regulator)
                && notary.equals(other.notary)
                && observers.equals(other.observers);
    }

    @Override
    public byte[] canonicalBytes() {
        return getRegistry();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return new ArrayList<>(observers);
    }
}
