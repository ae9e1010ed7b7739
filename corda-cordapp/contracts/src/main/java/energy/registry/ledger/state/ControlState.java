package energy.registry.ledger.state;

import energy.registry.domain.control.FreezeList;
import energy.registry.ledger.contract.RegistryContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.Party;

/**
 * What is frozen now, and whose word that is. Each owner's command and each issue refers to it, so that the notary
 * refuses whatever was drafted before the latest freeze. There is one; it is founded empty and remade by each freeze and lift.
 */
@BelongsToContract(RegistryContract.class)
public final class ControlState implements CanonicalState {
    private final byte[] freezes;
    private final Party issuer;
    private final Party regulator;
    private final Party notary;
    private final List<Party> observers;

    /** @param observers the nodes that draft commands, who all have to know it */
    public ControlState(byte[] freezes, Party issuer, Party regulator, Party notary, List<Party> observers) {
        this.freezes = freezes.clone();
        this.issuer = issuer;
        this.regulator = regulator;
        this.notary = notary;
        this.observers = Collections.unmodifiableList(new ArrayList<>(observers));
    }

    public byte[] getFreezes() {
        return freezes.clone();
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

    public FreezeList list() {
        return FreezeList.decode(freezes);
    }

    public ControlState with(FreezeList next, List<Party> nodes) {
        return new ControlState(next.encode(), issuer, regulator, notary, nodes);
    }

    /** Whether issuer, regulator and notary are those of {@code other}. */
    public boolean isPinnedLike(ControlState other) {
        return issuer.equals(other.issuer) && regulator.equals(other.regulator) && notary.equals(other.notary);
    }

    @Override
    public byte[] canonicalBytes() {
        return getFreezes();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        List<AbstractParty> participants = new ArrayList<>(observers);
        for (Party party : new Party[] {issuer, regulator}) {
            if (!participants.contains(party)) {
                participants.add(party);
            }
        }
        return participants;
    }
}
