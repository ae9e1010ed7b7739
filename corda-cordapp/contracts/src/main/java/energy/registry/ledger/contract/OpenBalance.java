package energy.registry.ledger.contract;

/** Opens an account's empty balance in a currency, so that each deposit consumes one. */
public final class OpenBalance implements RegistryCommand {
    private final String requestId;
    private final String accountId;
    private final String currency;

    public OpenBalance(String requestId, String accountId, String currency) {
        this.requestId = requestId;
        this.accountId = accountId;
        this.currency = currency;
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
}
