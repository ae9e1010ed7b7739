package energy.registry.ledger.state;

import energy.registry.ledger.contract.RegistryContract;
import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentMoney;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/** An account's balance of settlement money in one currency: a claim on the settlement agent. */
@BelongsToContract(RegistryContract.class)
public final class MoneyState implements QueryableState {
    private final PublicKey owner;
    private final String currency;
    private final long amountMinor;
    private final Party agent;

    public MoneyState(PublicKey owner, String currency, long amountMinor, Party agent) {
        this.owner = owner;
        this.currency = currency;
        this.amountMinor = amountMinor;
        this.agent = agent;
    }

    public PublicKey getOwner() {
        return owner;
    }

    /** ISO 4217. */
    public String getCurrency() {
        return currency;
    }

    /** Minor units of the currency, never negative. */
    public long getAmountMinor() {
        return amountMinor;
    }

    public Party getAgent() {
        return agent;
    }

    /** Whether amounts of both may be added up. */
    public boolean isSameMoneyAs(MoneyState other) {
        return currency.equals(other.currency) && agent.equals(other.agent);
    }

    @Override
    public List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(owner), agent);
    }

    @Override
    public Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    public PersistentState generateMappedObject(MappedSchema schema) {
        return new PersistentMoney(Keys.idOf(owner), currency);
    }
}
