package energy.registry.ledger.state;

import energy.registry.domain.consumption.ConsumptionCursor;
import energy.registry.ledger.contract.RegistryContract;
import java.util.Arrays;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;

/** A point of consumption with what of it was claimed. Each retirement against it consumes it and makes it again. */
@BelongsToContract(RegistryContract.class)
public final class ConsumptionState implements CanonicalState {
    private final byte[] cursor;
    private final Party issuer;
    private final Party notary;

    public ConsumptionState(byte[] cursor, Party issuer, Party notary) {
        this.cursor = cursor.clone();
        this.issuer = issuer;
        this.notary = notary;
    }

    public byte[] getCursor() {
        return cursor.clone();
    }

    public Party getIssuer() {
        return issuer;
    }

    public Party getNotary() {
        return notary;
    }

    public ConsumptionCursor record() {
        return ConsumptionCursor.decode(cursor);
    }

    public ConsumptionState with(ConsumptionCursor next) {
        return new ConsumptionState(next.encode(), issuer, notary);
    }

    /** Whether issuer and notary are those of {@code other}. */
    public boolean isPinnedLike(ConsumptionState other) {
        return issuer.equals(other.issuer) && notary.equals(other.notary);
    }

    @Override
    public byte[] canonicalBytes() {
        return getCursor();
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(Keys.ledgerKey(record().point().accountKey())), issuer);
    }
}
