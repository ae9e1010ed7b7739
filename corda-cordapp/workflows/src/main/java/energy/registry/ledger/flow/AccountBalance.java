package energy.registry.ledger.flow;

import net.corda.core.serialization.CordaSerializable;

/** What an account holds in one currency, minor units. */
@CordaSerializable
public final class AccountBalance {
    private final String currency;
    private final long amountMinor;

    public AccountBalance(String currency, long amountMinor) {
        this.currency = currency;
        this.amountMinor = amountMinor;
    }

    public String getCurrency() {
        return currency;
    }

    public long getAmountMinor() {
        return amountMinor;
    }
}
