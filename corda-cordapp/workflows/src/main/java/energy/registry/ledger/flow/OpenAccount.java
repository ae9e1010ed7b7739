package energy.registry.ledger.flow;

import co.paralleluniverse.fibers.Suspendable;
import energy.registry.domain.rule.Rule;
import energy.registry.ledger.state.AccountState;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.UUID;
import net.corda.core.flows.FlowException;
import net.corda.core.flows.StartableByRPC;
import net.corda.core.identity.Party;
import net.corda.core.transactions.SignedTransaction;
import net.corda.core.transactions.TransactionBuilder;

/** Opens an account on this node: makes its key, asks the issuing body's consent, puts it on the ledger. */
@StartableByRPC
public final class OpenAccount extends LedgerFlow<OpenedAccount> {
    private final String accountId;
    private final String name;
    private final String country;
    private final List<String> roles;

    public OpenAccount(String requestId, String accountId, String name, String country, List<String> roles) {
        super(energy.registry.ledger.contract.OpenAccount.class, requestId);
        this.accountId = accountId;
        this.name = name;
        this.country = country;
        this.roles = roles;
    }

    @Suspendable
    @Override
    LedgerDraft draft() throws FlowException {
        if (view().findAccount(accountId).isPresent()) {
            throw LedgerRefusal.of(Rule.ACCOUNT_ID_IS_NEW.isBrokenBy("account '" + accountId + "'"));
        }
        Party host = parties().self();
        Party issuingBody = parties().issuingBody();
        PublicKey key = getServiceHub()
                .getKeyManagementService()
                .freshKey(UUID.nameUUIDFromBytes(accountId.getBytes(StandardCharsets.UTF_8)));
        getServiceHub().getIdentityService().registerKey(key, host, null);
        TransactionBuilder builder = builder()
                .addOutputState(new AccountState(accountId, name, country, roles, key, host, issuingBody))
                .addCommand(
                        new energy.registry.ledger.contract.OpenAccount(requestId()),
                        key,
                        host.getOwningKey(),
                        issuingBody.getOwningKey());
        return LedgerDraft.of(builder, parties().others(issuingBody), key, host.getOwningKey())
                .withConsentOf(issuingBody);
    }

    @Override
    OpenedAccount result(SignedTransaction recorded) {
        AccountState account =
                recorded.getTx().outputsOfType(AccountState.class).get(0);
        return new OpenedAccount(account.getAccountId(), account.getKey().getEncoded(), text(recorded.getId()));
    }
}
