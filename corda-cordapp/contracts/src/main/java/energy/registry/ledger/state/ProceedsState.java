package energy.registry.ledger.state;

import energy.registry.domain.certificate.RecordNumber;
import energy.registry.ledger.contract.RegistryContract;
import java.security.PublicKey;
import net.corda.core.contracts.BelongsToContract;
import net.corda.core.identity.Party;

/**
 * What a seller got for one purchase. It stands beside his balance, so that sales of one seller share no state and need
 * not wait for each other; his own next act joins it with the balance.
 */
@BelongsToContract(RegistryContract.class)
public final class ProceedsState implements SettlementMoney {
    private final String proceedsId;
    private final PublicKey owner;
    private final String currency;
    private final long amountMinor;
    private final Party agent;

    public ProceedsState(String proceedsId, PublicKey owner, String currency, long amountMinor, Party agent) {
        this.proceedsId = proceedsId;
        this.owner = owner;
        this.currency = currency;
        this.amountMinor = amountMinor;
        this.agent = agent;
    }

    /** The number of what a purchase brings a seller: it follows from the buyer's request, so that the contract knows it. */
    public static String numberOf(String requestId, PublicKey buyer, PublicKey seller) {
        return RecordNumber.ofRequest("PR", requestId, Keys.idOf(buyer) + Keys.idOf(seller));
    }

    public String getProceedsId() {
        return proceedsId;
    }

    @Override
    public PublicKey getOwner() {
        return owner;
    }

    @Override
    public String getCurrency() {
        return currency;
    }

    /** Minor units of the currency, positive. */
    @Override
    public long getAmountMinor() {
        return amountMinor;
    }

    @Override
    public Party getAgent() {
        return agent;
    }
}
