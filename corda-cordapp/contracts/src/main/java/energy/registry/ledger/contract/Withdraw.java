package energy.registry.ledger.contract;

/** The settlement agent has paid out money of an account. */
public final class Withdraw implements RegistryCommand {
    private final String requestId;
    private final String accountId;
    private final String currency;
    private final long amountMinor;
    private final String actor;
    private final String reason;

    public Withdraw(
            String requestId, String accountId, String currency, long amountMinor, String actor, String reason) {
        this.requestId = requestId;
        this.accountId = accountId;
        this.currency = currency;
        this.amountMinor = amountMinor;
        this.actor = actor;
        this.reason = reason;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    public String getAccountId() {
        return accountId;
    }

    public String getCurrency() {
        return currency;
    }

    public long getAmountMinor() {
        return amountMinor;
    }

    public String getActor() {
        return actor;
    }

    public String getReason() {
        return reason;
    }
}
