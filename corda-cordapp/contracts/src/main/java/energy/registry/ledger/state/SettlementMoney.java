package energy.registry.ledger.state;

import energy.registry.ledger.schema.LedgerSchema;
import energy.registry.ledger.schema.PersistentMoney;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.corda.core.identity.AbstractParty;
import net.corda.core.identity.AnonymousParty;
import net.corda.core.identity.Party;
import net.corda.core.schemas.MappedSchema;
import net.corda.core.schemas.PersistentState;
import net.corda.core.schemas.QueryableState;

/** An account's claim on the settlement agent, in whatever state it stands; what an account has is the sum of all. */
public interface SettlementMoney extends QueryableState {
    PublicKey getOwner();

    /** ISO 4217. */
    String getCurrency();

    /** Minor units of the currency, never negative. */
    long getAmountMinor();

    Party getAgent();

    /** Whether amounts of both may be added up. */
    default boolean isSameMoneyAs(SettlementMoney other) {
        return getCurrency().equals(other.getCurrency()) && getAgent().equals(other.getAgent());
    }

    @Override
    default List<AbstractParty> getParticipants() {
        return Arrays.asList(new AnonymousParty(getOwner()), getAgent());
    }

    @Override
    default Iterable<MappedSchema> supportedSchemas() {
        return Collections.singletonList(LedgerSchema.INSTANCE);
    }

    @Override
    default PersistentState generateMappedObject(MappedSchema schema) {
        return new PersistentMoney(Keys.idOf(getOwner()), getCurrency());
    }
}
