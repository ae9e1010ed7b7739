package energy.registry.ledger.state;

import energy.registry.ledger.contract.RegistryContract;
import java.security.PublicKey;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.Party;

/** An account's balance of settlement money in one currency; only acts of the account and of the agent consume it. */
@BelongsToContract(RegistryContract.class)
public final class MoneyState implements SettlementMoney {
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

    @Override
    public PublicKey getOwner() {
        return owner;
    }

    @Override
    public String getCurrency() {
        return currency;
    }

    @Override
    public long getAmountMinor() {
        return amountMinor;
    }

    @Override
    public Party getAgent() {
        return agent;
    }
}
